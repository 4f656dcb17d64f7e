"""Words by which names of people, bodies, offices, drives and awards are known: a small list, as data.

All words are composed (NFC), in small letters, with "ủy" for "uỷ"; a phrase is matched syllable by syllable.
Adding a word here is all it takes to have it known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

Phrases = dict[str, tuple[tuple[str, ...], ...]]
"""First syllable -> phrases that begin with it, the longest first."""


def _phrases(words: str) -> Phrases:
    """Phrases from one string in which a comma or a line's end parts them."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in words.replace("\n", ",").split(","):
        syllables = tuple(phrase.split())
        if syllables:
            found.setdefault(syllables[0], []).append(syllables)
    return {first: tuple(sorted(many, key=len, reverse=True)) for first, many in found.items()}


def _words(words: str) -> frozenset[str]:
    """Single words from one string in which blanks part them."""
    return frozenset(words.split())


BODIES: Final = _phrases("""
    ban, ban chấp hành, ban thường vụ, ban chỉ đạo, ban tổ chức, ban giám đốc, ban giám hiệu
    ban quản lý, bộ, bộ tư lệnh, bộ chỉ huy, bộ chính trị, sở, cục, tổng cục, chi cục, vụ, phòng
    văn phòng, thanh tra, hội, hội đồng, hội đồng nhân dân, hiệp hội, chi hội, liên hiệp, liên hiệp hội
    liên đoàn, liên minh, ủy ban, ủy ban nhân dân, ubnd, hđnd, ubmttq, mttq, tỉnh ủy, thành ủy, huyện ủy
    thị ủy, quận ủy, đảng ủy, quân ủy, đảng, đảng bộ, chi bộ, chi ủy, đoàn ủy, trung ương, mặt trận
    quốc hội, chính phủ, nhà nước, tòa án, toà án, tòa án nhân dân, viện kiểm sát
    viện kiểm sát nhân dân, kiểm toán, kho bạc, công an, cảnh sát, quân khu, quân đoàn, quân chủng
    sư đoàn, trung đoàn, lữ đoàn, tiểu đoàn, đại đội, trung đội, bộ đội biên phòng, đồn, hải đội, đoàn
    đoàn thanh niên, đoàn đại biểu, đội, công đoàn, chi đoàn, nghiệp đoàn, trường, đại học, học viện
    cao đẳng, viện, bệnh viện, trung tâm, trạm, khoa, thư viện, bảo tàng, nhà hát, công ty, công ty cổ phần
    công ty tnhh, tổng công ty, tập đoàn, ngân hàng, quỹ, hợp tác xã, htx, xí nghiệp, nhà máy
    nông trường, lâm trường, bưu điện, viễn thông, điện lực, chi nhánh, doanh nghiệp tư nhân, báo, đài
    đài phát thanh, tạp chí, nhà xuất bản, thông tấn xã, câu lạc bộ, clb, tổ hợp tác, khối, khối thi đua
    cụm, cụm thi đua, khu công nghiệp, khu kinh tế, phân hội, phân viện, nhà thiếu nhi, hải quan, thuế
    bảo hiểm xã hội, ubkt, ủy ban kiểm tra, trung tâm y tế, ban dân vận, ban tuyên giáo
""")
"""Words with which the name of an organization begins."""

UNITS: Final = _phrases("""
    quân khu, quân đoàn, binh đoàn, sư đoàn, trung đoàn, lữ đoàn, tiểu đoàn, đại đội, trung đội, hải đội
    đoàn, đồn, đội, tổ, khu, khối, cụm, trường, trạm, xưởng, phân đội, hải đoàn, bệnh viện, phường, quận
    tp, khu vực
""")
"""Bodies that are told apart by numbers."""

OFFICES: Final = _phrases("""
    chủ tịch, chủ tịch nước, chủ nhiệm, chủ nhiệm chính trị, bí thư, tổng bí thư, ủy viên, hội viên
    đảng viên, tỉnh ủy viên, huyện ủy viên, thành ủy viên, đảng ủy viên, thị ủy viên, ủy viên trung ương
    giám đốc, tổng giám đốc, hiệu trưởng, viện trưởng, thủ tướng, bộ trưởng, thứ trưởng, cục trưởng
    vụ trưởng, trưởng ban, trưởng phòng, trưởng đoàn, trưởng khoa, trưởng bộ môn, trưởng công an
    trưởng thôn, trưởng ấp, trưởng bản, trưởng trạm, đội trưởng, tổ trưởng, khối trưởng, khối phó
    cụm trưởng, cụm phó, chi hội trưởng, chi hội phó, hội trưởng, hội phó, trạm trưởng, đồn trưởng
    thuyền trưởng, trung đoàn trưởng, sư đoàn trưởng, lữ đoàn trưởng, tiểu đoàn trưởng, đại đội trưởng
    tư lệnh, chỉ huy trưởng, chính ủy, chính trị viên, tham mưu trưởng, tổng tham mưu trưởng
    chánh văn phòng, chánh án, chánh thanh tra, viện trưởng viện kiểm sát, tổng biên tập, thư ký
    tổng thư ký, kế toán trưởng, đại biểu, giảng viên, giáo viên, nhân viên, chuyên viên, cán bộ
    thường trực, đại sứ, tổng thống, quốc vụ khanh, phó, president, chairman, chairwoman, director
    minister, secretary, general secretary, chief, mayor, governor
""")
"""Words with which an office is named."""

BEFORE_OFFICES: Final = _words("""
    phó nguyên quyền cựu tổng phụ vice deputy former
""")
"""What goes before an office."""

AFTER_OFFICES: Final = _phrases("""
    thường trực, danh dự, chuyên trách, điều hành, phụ trách, quân y, thứ nhất, kỹ thuật, chính trị, nước
""")
"""What an office may carry before the body it belongs to."""

AWARDS: Final = _phrases("""
    huân chương, huy chương, huy hiệu, kỷ niệm chương, bằng khen, giấy khen, thư khen, cờ thi đua, cờ
    giải, giải thưởng, cúp, chiến sĩ thi đua, chiến sỹ thi đua, tập thể lao động, lao động tiên tiến
    đơn vị quyết thắng, nhà giáo ưu tú, nhà giáo nhân dân, nghệ sĩ ưu tú, nghệ sĩ nhân dân
    thầy thuốc ưu tú, thầy thuốc nhân dân, nghệ nhân ưu tú, nghệ nhân nhân dân, anh hùng lao động
    anh hùng lực lượng vũ trang nhân dân, bằng, bằng lao động sáng tạo, bằng công nhận, danh hiệu, medal
    order, prize, award
""")
"""Words with which an award begins."""

DRIVES: Final = _phrases("""
    phong trào, phong trào thi đua, cuộc vận động, chương trình, dự án, đề án, khẩu hiệu, chủ đề
    chiến dịch, mô hình, tháng, đợt thi đua, hội thi, cuộc thi, giải, danh hiệu, cùng với
""")
"""Words that announce the name of a drive."""

PLACES: Final = _phrases("""
    tỉnh, huyện, xã, phường, quận, thị xã, thị trấn, thành phố, thôn, ấp, bản, buôn, làng, khu phố
    tổ dân phố, chi nhánh, khu vực, vùng, quốc gia, trung ương, nhà nước, cấp tỉnh, cấp huyện, cấp xã
    cơ sở, nước, tp, tx
""")
"""Words in small letters that a name may end with, or that go before a place inside it."""

INSIDE: Final = _phrases("""
    nhân dân, thi đua, thanh niên, quần chúng, đoàn thể, doanh nghiệp, nông thôn, hữu nghị, cao tuổi
    thập đỏ, toàn quốc, phổ thông, dân tộc, nội trú, tư nhân, cổ phần, một thành viên, chiến binh
    công nghiệp, kinh tế, xã hội, chính trị, quân sự, quốc phòng, tổ chức hữu nghị, hội, nhà nông
    kỹ thuật, vận tải, sản xuất, thương mại, dịch vụ, xây dựng, du lịch, y tế, giáo dục, văn hóa
    khoa học, công nghệ, cơ quan, nghề, thi, thi đua yêu nước, trẻ em, khuyết tật, nhân đạo, từ thiện
    người mù, phụ nữ, học sinh, sinh viên, lực lượng vũ trang, đường, dân phòng, hưu trí, tổng hợp
    chuyên nghiệp, nghệ thuật, chuyên ngành, đa khoa
""")
"""Words in small letters that stand within names of bodies and may end them."""

COMPOUNDS: Final = _phrases("""
    thi đua, khen thưởng, nội vụ, ngoại vụ, nông dân, nông nghiệp, phụ nữ, thanh niên, nhân dân
    cựu chiến binh, chiến binh, cộng sản, tổ quốc, lao động, thương binh, xã hội, quốc phòng, an ninh
    công an, công binh, kinh tế, tài chính, tài nguyên, môi trường, kế hoạch, đầu tư, khoa học
    công nghệ, thông tin, truyền thông, giao thông, vận tải, xây dựng, công thương, tư pháp, văn hóa
    văn hoá, thể thao, du lịch, giáo dục, đào tạo, y tế, dân tộc, tôn giáo, thường vụ, chấp hành
    dân vận, tuyên giáo, tổ chức, nội chính, kiểm tra, pháp chế, chữ thập đỏ, người cao tuổi, khuyến học
    làm vườn, luật gia, nhà báo, nhà văn, người mù, đông y, văn nghệ, cao đẳng, đại học, trung học
    trung học phổ thông, trung học cơ sở, tiểu học, mầm non, mẫu giáo, đa khoa, xăng dầu, thủy điện
    nhiệt điện, hợp tác, viễn thông, điện lực, cấp nước, môi trường đô thị, thương mại, dịch vụ
    sản xuất, xuất nhập khẩu, công nghiệp, thủy sản, lâm nghiệp, chăn nuôi, thú y, bảo vệ thực vật
    biên phòng, hải quân, không quân, phòng không, hậu cần, kỹ thuật, tham mưu, chính trị, quyết thắng
    phát triển, hỗ trợ, nhân đạo, từ thiện, bảo trợ, trẻ em, hữu nghị, doanh nghiệp, doanh nhân, cổ phần
    bảo vệ, chiến công, chiến sĩ, dũng cảm, độc lập, vẻ vang, sáng tạo, ưu tú, hạng nhất, hạng nhì
    hạng ba, báo chí, phát thanh, truyền hình, nghệ thuật, biểu diễn, bảo tàng, thư viện, lưu trữ
    tiếp công dân, nông thôn, đô thị, dân số, gia đình, bảo hiểm, kho bạc, thống kê, hải quan, quản lý
    thị trường, kiểm lâm
""")
"""Words of which only the first syllable is written with a capital letter inside names."""

CLASSES: Final = _phrases("""
    hạng nhất, hạng nhì, hạng ba, hạng i, hạng ii, hạng iii, cấp bộ, cấp tỉnh, cấp cơ sở, cấp ngành
    cấp nhà nước, cấp quốc gia, cấp toàn quốc, toàn quân, toàn quốc, toàn ngành, cơ sở, quốc gia
    tiên tiến, xuất sắc, tập thể, cá nhân, vì sự nghiệp, nhà nông, ưu tú
""")
"""What tells an award's class, after its name."""

LINKS: Final = _words("""
    và các với của cho trong những
""")
"""Small words between two parts of one name."""

PARTICLES: Final = _words("""
    de del della di da dos du des la le van von der den ter ten bin binti ibn al el y e of the and zu
""")
"""Small words between the parts of names in Latin letters."""

ADDRESS: Final = _phrases("""
    ông, bà, anh, chị, em, cô, chú, bác, cụ, thầy, đ/c, đồng chí, gs, ts, pgs, ths, th.s, bs, ks, ls
    kts, gs.ts, pgs.ts, gs.tskh, nsnd, nsưt, ngnd, ngưt, tiến sĩ, giáo sư, phó giáo sư, thạc sĩ, bác sĩ
    kỹ sư, luật sư, thiếu tướng, trung tướng, thượng tướng, đại tướng, thiếu tá, trung tá, thượng tá
    đại tá, thiếu úy, trung úy, thượng úy, đại úy, nhà giáo, nghệ sĩ, nghệ nhân, lão nông, mr, mrs, ms
    miss, dr, prof, sir, lady
""")
"""Forms of address, degrees and ranks before a person's name."""

OPENERS: Final = _words("""
    tại theo ngày sáng chiều tối trưa cũng trên trong khi nhân từ với để do và nhưng nếu vì sau trước
    dịp hiện đây đó này các những mỗi một hai ba năm đến được bởi về qua cùng đồng đặc toàn phát phần
    riêng còn có là như thế nhiều đã sẽ đang việc lúc ở bằng dù tuy mặc ngoài bên giữa trải tiếp song
    cho at the in on for with from by after before when while this that these those and but a an to as
""")
"""Words with which a sentence begins and that are no part of a name."""

NO_NAMES: Final = _phrases("""
    hội nghị, đại hội, hội thi, buổi lễ, lễ, kỳ họp, chương trình, nghị quyết, kế hoạch, quyết định
    chỉ thị, phong trào, đồng thời, các tin khác, tin, tin ảnh, ảnh, bài, theo, cùng chuyên mục
    hiện nay, dịp này, nhân dịp, kết luận, phát biểu, tuy nhiên, bên cạnh đó, trong đó, thời gian qua
    mục tiêu
""")
"""Words that are written with a capital letter and name nobody."""

STOPS: Final = _words("""
    tặng trao đã được tại do là có và họp ký ban tổ phát tham phối chỉ giao làm dự nhận đón gặp đề khen
    cho vinh đạt sẽ đang từ trong ngày năm về cùng với khi để nhằm thuộc ở trên dưới theo như bị bởi gồm
    đến vừa chủ vào ra lên nói chia đoạt góp triển tiếp nêu chúc chào mừng kỷ sơ tổng gắn giai trước sau
    nhất mới cũng vẫn còn đều lại rằng thì mà nên xin hãy đi thực thăm dẫn đánh thống tôn tuyên biểu bầu
""")
"""Words in small letters that go on with the sentence after a name."""

TAILS: Final = _phrases("""
    giai đoạn, năm, nhiệm kỳ, lần thứ, khóa, khoá, đợt, gắn, quý, tháng, gồm, do, với, của, cho
""")
"""Words with which what follows a drive's name begins: the years, the reason."""

YEARS: Final = _phrases("giai đoạn, năm, nhiệm kỳ, năm học")
"""Words before the years that a name may take along."""

KINDS: Final[Mapping[str, str]] = {
    word: kind
    for kind, words in {
        "person": "person people name người nhân vật tên per",
        "position": "position title office role job chức pos",
        "organization": "organization organisation organizations org tổ cơ quan đơn company institution",
        "campaign": "campaign drive movement event programme program phong trào cuộc vận động cam",
        "award": "award awards prize medal khen thưởng giải hiệu aw",
    }.items()
    for word in words.split()
}
"""Words in the names of labels -> what the label is for."""

COMMITTEES: Final = _phrases("""
    tỉnh ủy, thành ủy, huyện ủy, thị ủy, quận ủy, đảng ủy, đảng bộ, chi bộ
""")
"""Bodies that are marked once more inside the name of a greater one."""

GOVERNING: Final = _phrases("""
    bộ, sở, ban, phòng, cục, chi cục, tổng cục, vụ, ban tổ chức, ban thường vụ, ban chấp hành, ủy ban
    ủy ban nhân dân, ubnd, hđnd, hội đồng nhân dân, văn phòng, thanh tra, công an, ban dân vận
    ban tuyên giáo, tỉnh ủy, thành ủy, huyện ủy, thị ủy, quận ủy, mttq, ubmttq, hội đồng, hội
""")
"""Bodies that nobody's name is given to: a person's name after one is who leads it."""

SURNAMES: Final = _words("""
    nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô lý đinh trịnh đào trương tạ
    phùng quách vương đàm tống kiều doãn nghiêm khổng chu thân lưu
""")
"""First words of persons' names that seldom are anything else."""

MIDDLE_NAMES: Final = _words("văn thị")
"""What stands only inside persons' names, when all is in capitals."""

GIVEN_NAMES: Final = _words("đạt vinh nhất tôn giao chi khen thống mừng tiếp tham")
"""Words of sentences that are also the last one of persons' names."""

LONG_PLACES: Final = _phrases("""
    hồ chí minh, thừa thiên huế, buôn ma thuột, bà rịa vũng tàu, trần văn thời, phan rang tháp chàm
""")
"""Names of places of more than two syllables."""

DOINGS: Final = _phrases("""
    tổ chức, kiểm tra, phát triển, hỗ trợ, hợp tác, bảo vệ, quản lý, biểu diễn, xây dựng, sản xuất, đầu tư
    thống kê, đào tạo, bảo trợ, thi đua, khen thưởng, đẩy mạnh, ra mắt, khai mạc, bế mạc, khánh thành
    làm việc, nâng cao, tăng cường, hưởng ứng, phấn đấu, quyết tâm, tiếp xúc, đối thoại, triển khai
    sơ kết, tổng kết, khởi công, phát động, giám sát, chất vấn, thông qua, bàn giao, công bố, hoàn thành
    kết nạp, học tập, nghiên cứu, tọa đàm, hội thảo, gặp mặt, tri ân, viếng, dâng hương, chúc tết
    kiện toàn, đồng hành, chung tay, ủng hộ, thành lập, sáp nhập, hợp nhất, bổ nhiệm, miễn nhiệm, ký kết
    phối hợp, tuyên dương, vinh danh, giao lưu, tập huấn, bồi dưỡng, công tác, nhiều, góp phần, thực hiện
""")
"""What headlines say that is done; some of these words are fields of bodies too."""
