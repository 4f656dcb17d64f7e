<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en_US">
<context>
    <name>AboutCard</name>
    <message>
        <source>Annotator %1</source>
        <translation>Annotator %1</translation>
    </message>
    <message>
        <source>Label spans in articles, keep corpora, export training data. Nothing leaves this machine.</source>
        <translation>Gán nhãn vùng trong bài, giữ bộ ngữ liệu, xuất dữ liệu huấn luyện. Không gì rời khỏi máy này.</translation>
    </message>
    <message>
        <source>MIT licence. Fonts: Inter, Be Vietnam Pro, Noto Serif, JetBrains Mono (OFL). Icons: Lucide (ISC).</source>
        <translation>Giấy phép MIT. Phông chữ: Inter, Be Vietnam Pro, Noto Serif, JetBrains Mono (OFL). Biểu tượng: Lucide (ISC).</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>Acting</name>
    <message>
        <source>Nothing else is open that the filter lets through. Esc shows everything again.</source>
        <translation>Không còn chỗ nào chưa quyết trong phần đang lọc. Esc: hiện lại tất cả.</translation>
    </message>
    <message>
        <source>Nothing else is open in this corpus.</source>
        <translation>Bộ ngữ liệu này không còn chỗ nào chưa quyết.</translation>
    </message>
    <message>
        <source>No variant has a majority: press 1 to %1, or A for all.</source>
        <translation>Không phương án nào có đa số: bấm 1 đến %1, hoặc A để lấy tất cả.</translation>
    </message>
    <message>
        <source>These variants cross, so not all of them can be right. Take one.</source>
        <translation>Các phương án này cắt nhau nên không thể cùng đúng. Hãy lấy một.</translation>
    </message>
    <message>
        <source>Noted as a gap in the guideline. It is decided later.</source>
        <translation>Đã ghi là hướng dẫn còn thiếu. Chỗ này để quyết sau.</translation>
    </message>
    <message>
        <source>Noted why they differ.</source>
        <translation>Đã ghi vì sao họ khác nhau.</translation>
    </message>
    <message>
        <source>Noted why they differ. It is decided later.</source>
        <translation>Đã ghi vì sao họ khác nhau. Chỗ này để quyết sau.</translation>
    </message>
    <message>
        <source>Decision taken back.</source>
        <translation>Đã rút quyết định.</translation>
    </message>
    <message>
        <source>There is no decision to take back.</source>
        <translation>Không có quyết định nào để rút lại.</translation>
    </message>
    <message>
        <source>Which words?</source>
        <translation>Lấy vùng của phương án nào?</translation>
    </message>
    <message>
        <source>Nothing here has a majority.</source>
        <translation>Ở đây không chỗ nào có đa số.</translation>
    </message>
    <message numerus="yes">
        <source>%n taken as most have it. One step: Ctrl+Z takes all of it back.</source>
        <translation>
            <numerusform>Đã lấy %n chỗ theo đa số. Một bước: Ctrl+Z rút lại tất cả.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Tệp</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Sửa</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation>Gán &amp;nhãn</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>&amp;Soát</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>Đ&amp;i tới</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Xem</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Trợ giúp</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>Mở tệp…</translation>
    </message>
    <message>
        <source>articles and annotated files</source>
        <translation>bài viết và tệp đã gán nhãn</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>Mở thư mục…</translation>
    </message>
    <message>
        <source>everything readable in it</source>
        <translation>mọi thứ đọc được trong đó</translation>
    </message>
    <message>
        <source>Paste text as a document</source>
        <translation>Dán văn bản thành một bài</translation>
    </message>
    <message>
        <source>from the clipboard</source>
        <translation>từ bộ nhớ tạm</translation>
    </message>
    <message>
        <source>New corpus…</source>
        <translation>Bộ ngữ liệu mới…</translation>
    </message>
    <message>
        <source>with the five standard labels</source>
        <translation>với năm nhãn có sẵn</translation>
    </message>
    <message>
        <source>Open the sample corpus</source>
        <translation>Mở bộ ngữ liệu mẫu</translation>
    </message>
    <message>
        <source>articles to try everything on</source>
        <translation>những bài để thử mọi thứ</translation>
    </message>
    <message>
        <source>Corpora…</source>
        <translation>Các bộ ngữ liệu…</translation>
    </message>
    <message>
        <source>choose, rename, put into the bin</source>
        <translation>chọn, đổi tên, bỏ vào thùng rác</translation>
    </message>
    <message>
        <source>Documents in the bin</source>
        <translation>Các bài trong thùng rác</translation>
    </message>
    <message>
        <source>what was deleted: take it back, or empty the bin</source>
        <translation>bài đã xóa: lấy lại, hoặc dọn thùng rác</translation>
    </message>
    <message>
        <source>Stop the import</source>
        <translation>Dừng nhập</translation>
    </message>
    <message>
        <source>nothing of the file at hand is kept</source>
        <translation>không giữ gì của tệp đang đọc</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Xuất…</translation>
    </message>
    <message>
        <source>form, preview, what would be lost</source>
        <translation>dạng tệp, xem trước, những gì sẽ mất</translation>
    </message>
    <message>
        <source>Open another library…</source>
        <translation>Mở thư viện khác…</translation>
    </message>
    <message>
        <source>a file on this machine</source>
        <translation>một tệp trên máy này</translation>
    </message>
    <message>
        <source>New library…</source>
        <translation>Thư viện mới…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Thoát</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>the last step, also after a restart</source>
        <translation>bước gần nhất, kể cả sau khi mở lại</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Làm lại</translation>
    </message>
    <message>
        <source>Remove the span</source>
        <translation>Bỏ vùng này</translation>
    </message>
    <message>
        <source>Find a document</source>
        <translation>Tìm bài</translation>
    </message>
    <message>
        <source>by title or words</source>
        <translation>theo tên bài hoặc từ trong bài</translation>
    </message>
    <message>
        <source>Next span</source>
        <translation>Vùng sau</translation>
    </message>
    <message>
        <source>Previous span</source>
        <translation>Vùng trước</translation>
    </message>
    <message>
        <source>End one word back</source>
        <translation>Lùi cuối vùng một từ</translation>
    </message>
    <message>
        <source>narrow</source>
        <translation>thu hẹp</translation>
    </message>
    <message>
        <source>End one word on</source>
        <translation>Đẩy cuối vùng thêm một từ</translation>
    </message>
    <message>
        <source>widen</source>
        <translation>nới rộng</translation>
    </message>
    <message>
        <source>Start one word back</source>
        <translation>Lùi đầu vùng một từ</translation>
    </message>
    <message>
        <source>Start one word on</source>
        <translation>Đẩy đầu vùng tới một từ</translation>
    </message>
    <message>
        <source>End one character back</source>
        <translation>Lùi cuối vùng một ký tự</translation>
    </message>
    <message>
        <source>End one character on</source>
        <translation>Đẩy cuối vùng thêm một ký tự</translation>
    </message>
    <message>
        <source>Start one character back</source>
        <translation>Lùi đầu vùng một ký tự</translation>
    </message>
    <message>
        <source>Start one character on</source>
        <translation>Đẩy đầu vùng tới một ký tự</translation>
    </message>
    <message>
        <source>Unsure about the span</source>
        <translation>Chưa chắc về vùng này</translation>
    </message>
    <message>
        <source>on or off</source>
        <translation>bật hoặc tắt</translation>
    </message>
    <message>
        <source>Note on the span</source>
        <translation>Ghi chú cho vùng</translation>
    </message>
    <message>
        <source>Let go of selection and span</source>
        <translation>Bỏ chọn</translation>
    </message>
    <message>
        <source>Done, open the next one to do</source>
        <translation>Xong, mở bài kế tiếp còn phải làm</translation>
    </message>
    <message>
        <source>marks this document done</source>
        <translation>đánh dấu bài này là xong</translation>
    </message>
    <message>
        <source>Mark the document in progress</source>
        <translation>Đánh dấu bài là đang làm</translation>
    </message>
    <message>
        <source>Mark the document new</source>
        <translation>Đánh dấu bài là mới</translation>
    </message>
    <message>
        <source>Choose a layer…</source>
        <translation>Chọn lớp…</translation>
    </message>
    <message>
        <source>yours or somebody else&apos;s on this document</source>
        <translation>lớp của bạn hoặc của người khác trên bài này</translation>
    </message>
    <message>
        <source>Work in this layer</source>
        <translation>Làm việc trong lớp này</translation>
    </message>
    <message>
        <source>somebody else&apos;s, until you leave the document</source>
        <translation>của người khác, cho đến khi bạn rời bài</translation>
    </message>
    <message>
        <source>Exact characters while selecting</source>
        <translation>Chọn đúng từng ký tự</translation>
    </message>
    <message>
        <source>or hold Ctrl while dragging</source>
        <translation>hoặc giữ Ctrl khi kéo</translation>
    </message>
    <message>
        <source>Label documents</source>
        <translation>Gán nhãn</translation>
    </message>
    <message>
        <source>Label set</source>
        <translation>Bộ nhãn</translation>
    </message>
    <message>
        <source>names, colours, keys, definitions</source>
        <translation>tên, màu, phím, định nghĩa</translation>
    </message>
    <message>
        <source>Welcome page</source>
        <translation>Trang mở đầu</translation>
    </message>
    <message>
        <source>Next document</source>
        <translation>Bài sau</translation>
    </message>
    <message>
        <source>Previous document</source>
        <translation>Bài trước</translation>
    </message>
    <message>
        <source>Next document to do</source>
        <translation>Bài kế tiếp còn phải làm</translation>
    </message>
    <message>
        <source>Next panel</source>
        <translation>Khung sau</translation>
    </message>
    <message>
        <source>Previous panel</source>
        <translation>Khung trước</translation>
    </message>
    <message>
        <source>Left panel</source>
        <translation>Khung trái</translation>
    </message>
    <message>
        <source>documents</source>
        <translation>các bài</translation>
    </message>
    <message>
        <source>Right panel</source>
        <translation>Khung phải</translation>
    </message>
    <message>
        <source>spans and what is known of them</source>
        <translation>các vùng và mọi điều về chúng</translation>
    </message>
    <message>
        <source>Menu bar</source>
        <translation>Thanh trình đơn</translation>
    </message>
    <message>
        <source>Label names under spans</source>
        <translation>Tên nhãn dưới vùng</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Chữ to hơn</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Chữ nhỏ hơn</translation>
    </message>
    <message>
        <source>Text at 100 %</source>
        <translation>Chữ cỡ 100 %</translation>
    </message>
    <message>
        <source>Compact density</source>
        <translation>Hàng gọn</translation>
    </message>
    <message>
        <source>lower rows, more of them in sight</source>
        <translation>hàng thấp hơn, thấy được nhiều hơn</translation>
    </message>
    <message>
        <source>Light or dark as the system</source>
        <translation>Sáng hay tối theo hệ thống</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Sáng</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tối</translation>
    </message>
    <message>
        <source>Article in Inter</source>
        <translation>Bài bằng phông Inter</translation>
    </message>
    <message>
        <source>Article in Be Vietnam Pro</source>
        <translation>Bài bằng phông Be Vietnam Pro</translation>
    </message>
    <message>
        <source>Article in Noto Serif</source>
        <translation>Bài bằng phông Noto Serif</translation>
    </message>
    <message>
        <source>Language of the system</source>
        <translation>Ngôn ngữ của hệ thống</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>Tiếng Việt</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>Tìm hoặc chạy lệnh</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Mọi phím</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Trình đơn</translation>
    </message>
    <message>
        <source>Self-test…</source>
        <translation>Tự kiểm…</translation>
    </message>
    <message>
        <source>kill a copy while it writes, and look that nothing is lost</source>
        <translation>ngắt đột ngột một bản sao khi nó đang ghi, xem có mất gì không</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Báo cáo…</translation>
    </message>
    <message>
        <source>versions, settings and log, to read and to hand on</source>
        <translation>phiên bản, cài đặt và nhật ký, để đọc và chuyển đi</translation>
    </message>
    <message>
        <source>About the annotator</source>
        <translation>Về chương trình này</translation>
    </message>
    <message>
        <source>one character</source>
        <translation>một ký tự</translation>
    </message>
    <message>
        <source>one word</source>
        <translation>một từ</translation>
    </message>
    <message>
        <source>one sentence</source>
        <translation>một câu</translation>
    </message>
    <message>
        <source>one line</source>
        <translation>một dòng</translation>
    </message>
    <message>
        <source>one paragraph</source>
        <translation>một đoạn</translation>
    </message>
    <message>
        <source>the line&apos;s ends</source>
        <translation>đầu, cuối dòng</translation>
    </message>
    <message>
        <source>one page</source>
        <translation>một trang</translation>
    </message>
    <message>
        <source>the text&apos;s ends</source>
        <translation>đầu, cuối bài</translation>
    </message>
    <message>
        <source>with any of these: select</source>
        <translation>kèm phím nào ở trên cũng là chọn</translation>
    </message>
    <message>
        <source>Labels: the selection, or the selected span</source>
        <translation>Gán nhãn: phần đang chọn, hoặc vùng đang chọn</translation>
    </message>
    <message>
        <source>In the article: move the caret</source>
        <translation>Trong bài: di chuyển con trỏ</translation>
    </message>
    <message>
        <source>In lists</source>
        <translation>Trong danh sách</translation>
    </message>
    <message>
        <source>go to a row</source>
        <translation>tới một dòng</translation>
    </message>
    <message>
        <source>open it</source>
        <translation>mở dòng đó</translation>
    </message>
    <message>
        <source>rename it (documents, corpora, labels)</source>
        <translation>đổi tên (bài, bộ ngữ liệu, nhãn)</translation>
    </message>
    <message>
        <source>move it up or down (labels)</source>
        <translation>dời lên hoặc xuống (nhãn)</translation>
    </message>
    <message>
        <source>leave, in fields and sheets too</source>
        <translation>rời đi, cả trong ô nhập và bảng</translation>
    </message>
    <message>
        <source>In the list of the same words</source>
        <translation>Trong danh sách cùng từ ngữ</translation>
    </message>
    <message>
        <source>tick the place, or not</source>
        <translation>đánh dấu chỗ này, hoặc bỏ</translation>
    </message>
    <message>
        <source>tick its whole group, or none of it</source>
        <translation>đánh dấu cả nhóm của nó, hoặc bỏ hết</translation>
    </message>
    <message>
        <source>tick all, or none</source>
        <translation>đánh dấu tất cả, hoặc bỏ hết</translation>
    </message>
    <message>
        <source>label what is ticked</source>
        <translation>gán nhãn những gì đã đánh dấu</translation>
    </message>
    <message>
        <source>show the place in its article</source>
        <translation>cho xem chỗ này trong bài</translation>
    </message>
    <message>
        <source>On the Find page</source>
        <translation>Trên trang Tìm</translation>
    </message>
    <message>
        <source>tick a stretch of rows</source>
        <translation>đánh dấu một loạt dòng</translation>
    </message>
    <message>
        <source>relabel what is ticked</source>
        <translation>đổi nhãn những gì đã đánh dấu</translation>
    </message>
    <message>
        <source>remove the spans that are ticked</source>
        <translation>bỏ các vùng đã đánh dấu</translation>
    </message>
    <message>
        <source>copy the lines</source>
        <translation>sao chép các dòng</translation>
    </message>
    <message>
        <source>In the find bar of the article</source>
        <translation>Trong thanh tìm của bài</translation>
    </message>
    <message>
        <source>next hit</source>
        <translation>chỗ tìm thấy tiếp theo</translation>
    </message>
    <message>
        <source>hit before</source>
        <translation>chỗ tìm thấy trước đó</translation>
    </message>
    <message>
        <source>In the list of spans</source>
        <translation>Trong danh sách vùng</translation>
    </message>
    <message>
        <source>choose several</source>
        <translation>chọn nhiều vùng</translation>
    </message>
    <message>
        <source>choose all that is listed</source>
        <translation>chọn mọi vùng đang liệt kê</translation>
    </message>
    <message>
        <source>remove what is chosen</source>
        <translation>bỏ những gì đã chọn</translation>
    </message>
    <message>
        <source>In the label picker</source>
        <translation>Trong bảng chọn nhãn</translation>
    </message>
    <message>
        <source>go to a label</source>
        <translation>tới một nhãn</translation>
    </message>
    <message>
        <source>take it</source>
        <translation>lấy nhãn đó</translation>
    </message>
    <message>
        <source>On the import page</source>
        <translation>Ở trang nhập</translation>
    </message>
    <message>
        <source>the next file that needs a look</source>
        <translation>tệp tiếp theo cần xem</translation>
    </message>
    <message>
        <source>leave the file out, or take it again</source>
        <translation>bỏ tệp, hoặc lấy lại</translation>
    </message>
    <message>
        <source>leave out lines of the web page, or keep them</source>
        <translation>bỏ các dòng của trang web, hoặc giữ lại</translation>
    </message>
    <message>
        <source>the same in all such files</source>
        <translation>cũng vậy với mọi tệp như thế</translation>
    </message>
    <message>
        <source>add what comes in</source>
        <translation>thêm những gì được nhập</translation>
    </message>
    <message>
        <source>On the export page</source>
        <translation>Ở trang xuất</translation>
    </message>
    <message>
        <source>write the file and read it back</source>
        <translation>ghi tệp và đọc lại</translation>
    </message>
    <message>
        <source>save the recipe</source>
        <translation>lưu công thức</translation>
    </message>
    <message>
        <source>In Review</source>
        <translation>Khi soát</translation>
    </message>
    <message>
        <source>take that variant into gold</source>
        <translation>đưa phương án đó vào bản chuẩn</translation>
    </message>
    <message>
        <source>the next page of Review</source>
        <translation>trang soát kế tiếp</translation>
    </message>
    <message>
        <source>In sheets and work lists</source>
        <translation>Trong các bảng và danh sách việc</translation>
    </message>
    <message>
        <source>do what the first button says</source>
        <translation>làm điều nút đầu tiên ghi</translation>
    </message>
    <message>
        <source>the next sheet of the figures</source>
        <translation>bảng số liệu tiếp theo</translation>
    </message>
    <message>
        <source>correct one place (figures)</source>
        <translation>sửa một chỗ (số liệu)</translation>
    </message>
    <message>
        <source>it is meant so (figures)</source>
        <translation>cố ý như vậy (số liệu)</translation>
    </message>
    <message>
        <source>keep as it is (label set)</source>
        <translation>giữ nguyên (bộ nhãn)</translation>
    </message>
    <message>
        <source>Next name without a label</source>
        <translation>Tên chưa gán nhãn kế tiếp</translation>
    </message>
    <message>
        <source>then press a label&apos;s key</source>
        <translation>rồi nhấn phím của nhãn</translation>
    </message>
    <message>
        <source>Previous name without a label</source>
        <translation>Tên chưa gán nhãn phía trước</translation>
    </message>
    <message>
        <source>Select the span around</source>
        <translation>Chọn vùng bao quanh</translation>
    </message>
    <message>
        <source>Select the span inside</source>
        <translation>Chọn vùng bên trong</translation>
    </message>
    <message>
        <source>Split the span at the caret</source>
        <translation>Tách vùng tại con trỏ</translation>
    </message>
    <message>
        <source>Join with the next span</source>
        <translation>Nối với vùng kế tiếp</translation>
    </message>
    <message>
        <source>or all of a label under the selection</source>
        <translation>hoặc mọi vùng cùng nhãn trong đoạn đã chọn</translation>
    </message>
    <message>
        <source>Join with the previous span</source>
        <translation>Nối với vùng phía trước</translation>
    </message>
    <message>
        <source>Move the span a level out</source>
        <translation>Đưa vùng ra một cấp</translation>
    </message>
    <message>
        <source>as wide as the span around it</source>
        <translation>rộng bằng vùng bao quanh</translation>
    </message>
    <message>
        <source>Move the span a level in</source>
        <translation>Đưa vùng vào một cấp</translation>
    </message>
    <message>
        <source>as narrow as the span inside it</source>
        <translation>hẹp bằng vùng bên trong</translation>
    </message>
    <message>
        <source>Hold the label as a brush</source>
        <translation>Giữ nhãn làm cọ</translation>
    </message>
    <message>
        <source>all that is drawn gets it</source>
        <translation>quét đến đâu gán nhãn đến đó</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Lịch sử</translation>
    </message>
    <message>
        <source>what was done, and the ways back</source>
        <translation>những gì đã làm, và các lối quay lại</translation>
    </message>
    <message>
        <source>Question about the span</source>
        <translation>Đặt câu hỏi về vùng</translation>
    </message>
    <message>
        <source>History of the span</source>
        <translation>Lịch sử của vùng</translation>
    </message>
    <message>
        <source>each version, with a way back</source>
        <translation>từng phiên bản, có lối quay lại</translation>
    </message>
    <message>
        <source>Export guideline…</source>
        <translation>Xuất bản hướng dẫn…</translation>
    </message>
    <message>
        <source>the codebook as a page to print, PDF or HTML</source>
        <translation>sổ nhãn thành trang để in, PDF hoặc HTML</translation>
    </message>
    <message>
        <source>Load a label set…</source>
        <translation>Nạp bộ nhãn…</translation>
    </message>
    <message>
        <source>labels with definitions, ready made or saved</source>
        <translation>nhãn kèm định nghĩa, có sẵn hoặc đã lưu</translation>
    </message>
    <message>
        <source>Definitions of the labels</source>
        <translation>Định nghĩa các nhãn</translation>
    </message>
    <message>
        <source>while the key is held, or until it is pressed again</source>
        <translation>khi giữ phím, hoặc đến khi bấm lần nữa</translation>
    </message>
    <message>
        <source>Pin as an example…</source>
        <translation>Ghim làm ví dụ…</translation>
    </message>
    <message>
        <source>the selected words, or the selected span</source>
        <translation>các từ đang chọn, hoặc vùng đang chọn</translation>
    </message>
    <message>
        <source>Find in the article</source>
        <translation>Tìm trong bài</translation>
    </message>
    <message>
        <source>words or a regular expression</source>
        <translation>từ ngữ hoặc biểu thức chính quy</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Kết quả sau</translation>
    </message>
    <message>
        <source>Hit before</source>
        <translation>Kết quả trước</translation>
    </message>
    <message>
        <source>Find in the corpus</source>
        <translation>Tìm trong bộ ngữ liệu</translation>
    </message>
    <message>
        <source>the selected words, if any, in all documents</source>
        <translation>từ ngữ đang chọn (nếu có), trong mọi bài</translation>
    </message>
    <message>
        <source>The same words everywhere…</source>
        <translation>Cùng từ ngữ ở mọi nơi…</translation>
    </message>
    <message>
        <source>list them and label those that are ticked</source>
        <translation>liệt kê và gán nhãn những chỗ được đánh dấu</translation>
    </message>
    <message>
        <source>Label the same words in this document</source>
        <translation>Gán nhãn cùng từ ngữ trong bài này</translation>
    </message>
    <message>
        <source>Relabel the same spans everywhere…</source>
        <translation>Đổi nhãn các vùng giống nhau ở mọi nơi…</translation>
    </message>
    <message>
        <source>Remove the same spans everywhere…</source>
        <translation>Bỏ các vùng giống nhau ở mọi nơi…</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Tìm</translation>
    </message>
    <message>
        <source>all hits in the corpus, in context</source>
        <translation>mọi kết quả trong bộ ngữ liệu, có ngữ cảnh</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Số liệu</translation>
    </message>
    <message>
        <source>progress, strings, work, what is uneven</source>
        <translation>tiến độ, cụm từ, công việc, chỗ chưa nhất quán</translation>
    </message>
    <message>
        <source>Wider column</source>
        <translation>Cột rộng hơn</translation>
    </message>
    <message>
        <source>longer lines of the article</source>
        <translation>dòng của bài dài hơn</translation>
    </message>
    <message>
        <source>Narrower column</source>
        <translation>Cột hẹp hơn</translation>
    </message>
    <message>
        <source>shorter lines of the article</source>
        <translation>dòng của bài ngắn hơn</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Tương phản cao</translation>
    </message>
    <message>
        <source>black and white, lines that are seen</source>
        <translation>đen và trắng, đường kẻ nhìn rõ</translation>
    </message>
    <message>
        <source>Nothing moves by itself</source>
        <translation>Không gì tự chuyển động</translation>
    </message>
    <message>
        <source>no gliding, no fading</source>
        <translation>không lướt, không mờ dần</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Cài đặt…</translation>
    </message>
    <message>
        <source>reading, looks, language, keys</source>
        <translation>đọc, giao diện, ngôn ngữ, phím</translation>
    </message>
    <message>
        <source>Title, tags and metadata…</source>
        <translation>Tiêu đề, thẻ và siêu dữ liệu…</translation>
    </message>
    <message>
        <source>of the open document; find tags by # in the list</source>
        <translation>của bài đang mở; tìm thẻ bằng # trong danh sách bài</translation>
    </message>
    <message>
        <source>New window</source>
        <translation>Cửa sổ mới</translation>
    </message>
    <message>
        <source>on the same library</source>
        <translation>trên cùng thư viện</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Đóng cửa sổ</translation>
    </message>
    <message>
        <source>others stay open</source>
        <translation>các cửa sổ khác vẫn mở</translation>
    </message>
    <message>
        <source>Take in a package…</source>
        <translation>Nhận một gói…</translation>
    </message>
    <message>
        <source>work that was handed out, sent back, or decided</source>
        <translation>bài được giao, được gửi về hoặc đã quyết định</translation>
    </message>
    <message>
        <source>Hand out work…</source>
        <translation>Giao bài…</translation>
    </message>
    <message>
        <source>documents to people, one package each</source>
        <translation>chia bài cho nhiều người, mỗi người một gói</translation>
    </message>
    <message>
        <source>Send work back…</source>
        <translation>Gửi bài làm về…</translation>
    </message>
    <message>
        <source>a person&apos;s layers and changes in one package</source>
        <translation>các lớp và thay đổi của một người trong một gói</translation>
    </message>
    <message>
        <source>Send gold back…</source>
        <translation>Gửi bản chuẩn…</translation>
    </message>
    <message>
        <source>gold, decisions and comments to those who annotated</source>
        <translation>bản chuẩn, quyết định và nhận xét cho người đã gán nhãn</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Soát</translation>
    </message>
    <message>
        <source>differences between annotators, gold</source>
        <translation>chỗ khác nhau giữa những người gán nhãn, bản chuẩn</translation>
    </message>
    <message>
        <source>Next open difference</source>
        <translation>Chỗ chưa quyết kế tiếp</translation>
    </message>
    <message>
        <source>goes on into the next document</source>
        <translation>sang cả bài kế tiếp</translation>
    </message>
    <message>
        <source>Open difference before</source>
        <translation>Chỗ chưa quyết trước đó</translation>
    </message>
    <message>
        <source>Open, or take what most chose</source>
        <translation>Mở, hoặc lấy phương án đa số</translation>
    </message>
    <message>
        <source>the variant of the majority, or the only one</source>
        <translation>phương án được nhiều người chọn, hoặc phương án duy nhất</translation>
    </message>
    <message>
        <source>Take all variants</source>
        <translation>Lấy mọi phương án</translation>
    </message>
    <message>
        <source>when one lies inside the other</source>
        <translation>khi cái này nằm trong cái kia</translation>
    </message>
    <message>
        <source>Take with other edges…</source>
        <translation>Lấy với biên khác…</translation>
    </message>
    <message>
        <source>Take with another label…</source>
        <translation>Lấy với nhãn khác…</translation>
    </message>
    <message>
        <source>Take none of them</source>
        <translation>Không lấy phương án nào</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>Để lại sau</translation>
    </message>
    <message>
        <source>it stays open</source>
        <translation>vẫn là chưa quyết</translation>
    </message>
    <message>
        <source>The same for all that are alike…</source>
        <translation>Quyết như vậy cho mọi chỗ giống thế…</translation>
    </message>
    <message>
        <source>same words, same labels, in all documents</source>
        <translation>cùng từ ngữ, cùng nhãn, trong mọi bài</translation>
    </message>
    <message>
        <source>Apply the rule that is offered…</source>
        <translation>Áp dụng quy tắc được đề nghị…</translation>
    </message>
    <message>
        <source>lists what it would settle</source>
        <translation>liệt kê những chỗ nó quyết được</translation>
    </message>
    <message>
        <source>Take the decision back</source>
        <translation>Rút lại quyết định</translation>
    </message>
    <message>
        <source>Earlier decisions on the difference…</source>
        <translation>Các quyết định trước về chỗ này…</translation>
    </message>
    <message>
        <source>who ruled what, when and why; each can be restored</source>
        <translation>ai quyết gì, khi nào, vì sao; khôi phục được từng cái</translation>
    </message>
    <message>
        <source>Comment on the difference…</source>
        <translation>Ghi nhận xét về chỗ này…</translation>
    </message>
    <message>
        <source>Resolve the comment, or open it again</source>
        <translation>Coi nhận xét là đã giải quyết, hoặc mở lại</translation>
    </message>
    <message>
        <source>Gap in the guideline…</source>
        <translation>Hướng dẫn còn thiếu…</translation>
    </message>
    <message>
        <source>say why people differ</source>
        <translation>nói vì sao mọi người khác nhau</translation>
    </message>
    <message>
        <source>Accept what nobody disputes</source>
        <translation>Nhận những gì mọi người đều gán như nhau</translation>
    </message>
    <message>
        <source>in Compare: this document; in the overview: all</source>
        <translation>khi so sánh: bài này; ở tổng quan: mọi bài</translation>
    </message>
    <message>
        <source>Finish the document, open the next</source>
        <translation>Kết thúc bài, mở bài kế tiếp</translation>
    </message>
    <message>
        <source>Open the finished document again</source>
        <translation>Mở lại bài đã kết thúc</translation>
    </message>
    <message>
        <source>Sort in another way</source>
        <translation>Sắp xếp cách khác</translation>
    </message>
    <message>
        <source>Filter differences…</source>
        <translation>Lọc các chỗ khác nhau…</translation>
    </message>
    <message>
        <source>Two annotators side by side</source>
        <translation>Hai người gán nhãn cạnh nhau</translation>
    </message>
    <message>
        <source>in Compare: the text twice, scrolled together</source>
        <translation>trong So sánh: văn bản hai lần, cuộn cùng nhau</translation>
    </message>
    <message>
        <source>Show or hide names</source>
        <translation>Hiện hoặc ẩn tên</translation>
    </message>
    <message>
        <source>hidden ones are letters, another order in each document</source>
        <translation>tên ẩn thành chữ cái, mỗi bài một thứ tự khác</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Người gán nhãn</translation>
    </message>
    <message>
        <source>who is at the desk, who is one person with whom</source>
        <translation>ai đang ngồi làm, ai với ai là một người</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>Bản sao lưu…</translation>
    </message>
    <message>
        <source>what differs, restore, bring documents back</source>
        <translation>khác nhau ở đâu, khôi phục, đưa bài về</translation>
    </message>
    <message>
        <source>Save a copy elsewhere…</source>
        <translation>Lưu một bản sao ở chỗ khác…</translation>
    </message>
    <message>
        <source>the whole library, with what is not saved</source>
        <translation>cả thư viện, kèm những gì chưa lưu</translation>
    </message>
    <message>
        <source>Try to save again</source>
        <translation>Thử lưu lại</translation>
    </message>
    <message>
        <source>what the disk refused</source>
        <translation>những gì ổ đĩa đã từ chối</translation>
    </message>
    <message>
        <source>Show what is not saved</source>
        <translation>Xem những gì chưa lưu</translation>
    </message>
    <message>
        <source>or hide it again</source>
        <translation>hoặc ẩn đi</translation>
    </message>
    <message>
        <source>Check the library…</source>
        <translation>Kiểm tra thư viện…</translation>
    </message>
    <message>
        <source>prove that all is as it was saved; repair, save what can be read</source>
        <translation>chứng minh mọi thứ đúng như đã lưu; sửa, lưu những gì đọc được</translation>
    </message>
</context>
<context>
    <name>AgreementDetail</name>
    <message>
        <source>The first %1 places.</source>
        <translation>%1 chỗ đầu tiên.</translation>
    </message>
    <message>
        <source>nobody else</source>
        <translation>không ai khác</translation>
    </message>
    <message>
        <source>a repeat</source>
        <translation>lặp lại</translation>
    </message>
    <message>
        <source>Open in Compare</source>
        <translation>Mở trong So sánh</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Các chỗ</translation>
    </message>
</context>
<context>
    <name>AgreementHead</name>
    <message>
        <source>Save the report…</source>
        <translation>Lưu báo cáo…</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Đang so sánh…</translation>
    </message>
    <message>
        <source>Nobody to compare yet</source>
        <translation>Chưa có ai để so sánh</translation>
    </message>
    <message>
        <source>Agreement needs two people with a layer on the same document.</source>
        <translation>Muốn tính độ đồng thuận cần hai người có lớp trên cùng một bài.</translation>
    </message>
    <message>
        <source>Only documents that wait for nobody</source>
        <translation>Chỉ bài không còn chờ ai</translation>
    </message>
    <message>
        <source>Every document that two people have waits for somebody.</source>
        <translation>Bài nào có từ hai người cũng còn chờ người gán nhãn.</translation>
    </message>
    <message>
        <source>There is no figure yet</source>
        <translation>Chưa có con số nào</translation>
    </message>
    <message>
        <source>Agreement %1 (strict F1)</source>
        <translation>Đồng thuận %1 (F1 chặt)</translation>
    </message>
    <message>
        <source>Between %1 and %2 in 95 of 100 draws of other documents.</source>
        <translation>Khoảng tin cậy 95 % khi rút bài khác: từ %1 đến %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) that two or more have looked at, done or not,</source>
        <translation>
            <numerusform>%n bài đã có từ hai người xem, xong hay chưa xong,</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) that wait for nobody,</source>
        <translation>
            <numerusform>%n bài không còn chờ ai,</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) between %1 people.</source>
        <translation>
            <numerusform>%n chỗ khác nhau giữa %1 người.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AgreementPage</name>
    <message>
        <source>tables</source>
        <translation>bảng</translation>
    </message>
    <message>
        <source>figure</source>
        <translation>con số</translation>
    </message>
    <message>
        <source>open in Compare</source>
        <translation>mở trong So sánh</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Trang</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Bảng</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Lưu báo cáo</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Đã lưu thành %1</translation>
    </message>
    <message>
        <source>Being reckoned: %1 %</source>
        <translation>Đang tính: %1 %</translation>
    </message>
    <message>
        <source>Alpha is reckoned on syllables, all annotators at once.</source>
        <translation>Alpha tính theo tiếng, mọi người gán nhãn cùng một lúc.</translation>
    </message>
    <message>
        <source>Where two marked the very same words: at the left what the first called them, on top the second.</source>
        <translation>Những chỗ hai người đánh dấu đúng cùng những từ: bên trái là nhãn của người thứ nhất, phía trên là của người thứ hai.</translation>
    </message>
    <message>
        <source>No two people marked the very same words.</source>
        <translation>Không có hai người nào đánh dấu đúng cùng những từ.</translation>
    </message>
    <message>
        <source>By these words edges differ. Each is a question for the guideline.</source>
        <translation>Biên khác nhau ở những từ này. Mỗi dòng là một câu hỏi cho hướng dẫn.</translation>
    </message>
    <message>
        <source>No edges differ.</source>
        <translation>Không có biên nào khác nhau.</translation>
    </message>
    <message>
        <source>Documents by the week in which their layers were last changed.</source>
        <translation>Các bài theo tuần mà lớp của chúng thay đổi lần cuối.</translation>
    </message>
    <message>
        <source>For reports that ask for them; the manual says what they do not tell.</source>
        <translation>Dành cho báo cáo cần đến; sách hướng dẫn nói rõ chúng không cho biết điều gì.</translation>
    </message>
    <message>
        <source>Being reckoned…</source>
        <translation>Đang tính…</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Cặp</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Chỗ khác nhau</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>Lẫn nhãn</translation>
    </message>
    <message>
        <source>Edges</source>
        <translation>Biên</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Bài</translation>
    </message>
    <message>
        <source>Weeks</source>
        <translation>Tuần</translation>
    </message>
    <message>
        <source>Beyond chance</source>
        <translation>Trừ ngẫu nhiên</translation>
    </message>
</context>
<context>
    <name>AlikeDelegate</name>
    <message>
        <source>this document</source>
        <translation>bài này</translation>
    </message>
</context>
<context>
    <name>AlikeModel</name>
    <message>
        <source>ticked</source>
        <translation>đã đánh dấu</translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation>chưa đánh dấu</translation>
    </message>
</context>
<context>
    <name>AlikeStrip</name>
    <message>
        <source>tick</source>
        <translation>đánh dấu</translation>
    </message>
    <message>
        <source>all or none</source>
        <translation>tất cả hoặc không</translation>
    </message>
    <message>
        <source>decide them</source>
        <translation>quyết các chỗ này</translation>
    </message>
    <message>
        <source>close</source>
        <translation>đóng</translation>
    </message>
    <message numerus="yes">
        <source>Decide %n ticked</source>
        <translation>
            <numerusform>Quyết %n chỗ đã đánh dấu</numerusform>
        </translation>
    </message>
    <message>
        <source>Differences like this one</source>
        <translation>Những chỗ khác nhau giống chỗ này</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>No rule</source>
        <translation>Không phải quy tắc</translation>
    </message>
</context>
<context>
    <name>Apart</name>
    <message>
        <source>Settled. It holds from now on, here and wherever it is taken in.</source>
        <translation>Đã xử lý. Từ nay giữ như vậy, ở đây và ở mọi nơi nhận gói này.</translation>
    </message>
</context>
<context>
    <name>ApartLine</name>
    <message numerus="yes">
        <source>%n place(s) were changed apart</source>
        <translation>
            <numerusform>%n chỗ bị thay đổi riêng rẽ</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>Xem</translation>
    </message>
</context>
<context>
    <name>ApartList</name>
    <message numerus="yes">
        <source>%n place(s) were changed apart</source>
        <translation>
            <numerusform>%n chỗ bị thay đổi riêng rẽ</numerusform>
        </translation>
    </message>
    <message>
        <source>Two machines changed the same thing without knowing of each other. What you choose holds from now on, here and wherever your package is taken in.</source>
        <translation>Hai máy đã sửa cùng một thứ mà không biết nhau. Điều bạn chọn sẽ giữ từ nay, ở đây và ở mọi nơi nhận gói của bạn.</translation>
    </message>
    <message>
        <source>Back to the overview</source>
        <translation>Về tổng quan</translation>
    </message>
    <message>
        <source>Holds: {words}</source>
        <translation>Đang giữ: {words}</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Giữ</translation>
    </message>
    <message>
        <source>Does not hold: {words}</source>
        <translation>Không giữ: {words}</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Khôi phục</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… và %n chỗ nữa</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticleView</name>
    <message>
        <source>Article</source>
        <translation>Bài viết</translation>
    </message>
    <message>
        <source>Selected {0}</source>
        <translation>Đã chọn {0}</translation>
    </message>
</context>
<context>
    <name>BackFields</name>
    <message>
        <source>Leave what was made since</source>
        <translation>Giữ lại những gì làm sau đó</translation>
    </message>
    <message>
        <source>What the backup holds of a document is as it was; newer spans stay beside it.</source>
        <translation>Những gì bản sao lưu có của bài sẽ trở lại như cũ; các vùng mới hơn vẫn ở lại.</translation>
    </message>
    <message>
        <source>The documents are exactly as in the backup; newer spans on them go.</source>
        <translation>Bài sẽ giống hệt trong bản sao lưu; các vùng mới hơn trên bài bị bỏ.</translation>
    </message>
</context>
<context>
    <name>BackupWords</name>
    <message>
        <source>asked for</source>
        <translation>theo yêu cầu</translation>
    </message>
    <message>
        <source>routine</source>
        <translation>định kỳ</translation>
    </message>
    <message>
        <source>before an import</source>
        <translation>trước khi nhập</translation>
    </message>
    <message>
        <source>before a package</source>
        <translation>trước khi nhận gói</translation>
    </message>
    <message>
        <source>before a large act</source>
        <translation>trước thao tác lớn</translation>
    </message>
    <message>
        <source>before a new version</source>
        <translation>trước khi lên phiên bản mới</translation>
    </message>
    <message>
        <source>before a repair</source>
        <translation>trước khi sửa</translation>
    </message>
    <message>
        <source>before emptying the bin</source>
        <translation>trước khi dọn thùng rác</translation>
    </message>
    <message>
        <source>before bringing back</source>
        <translation>trước khi đưa bài về</translation>
    </message>
    <message>
        <source>+ %1 in its bin</source>
        <translation>+ %1 trong thùng rác</translation>
    </message>
    <message>
        <source>of another file of this library</source>
        <translation>của một tệp khác của thư viện này</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n bài</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n vùng</numerusform>
        </translation>
    </message>
    <message>
        <source>Only in the backup</source>
        <translation>Chỉ có trong bản sao lưu</translation>
    </message>
    <message>
        <source>Only in the library</source>
        <translation>Chỉ có trong thư viện</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>Khác nhau</translation>
    </message>
    <message>
        <source>in the bin here</source>
        <translation>ở đây đang trong thùng rác</translation>
    </message>
    <message>
        <source>different: %1</source>
        <translation>khác: %1</translation>
    </message>
    <message>
        <source>title</source>
        <translation>tiêu đề</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>thẻ</translation>
    </message>
    <message>
        <source>metadata</source>
        <translation>siêu dữ liệu</translation>
    </message>
    <message>
        <source>status</source>
        <translation>trạng thái</translation>
    </message>
    <message>
        <source>comments</source>
        <translation>bình luận</translation>
    </message>
    <message>
        <source>decisions</source>
        <translation>quyết định</translation>
    </message>
    <message>
        <source>%1 only in the backup</source>
        <translation>%1 chỉ có trong bản sao lưu</translation>
    </message>
    <message>
        <source>in the backup’s bin</source>
        <translation>trong thùng rác của bản sao lưu</translation>
    </message>
    <message>
        <source>%1 only here</source>
        <translation>%1 chỉ có ở đây</translation>
    </message>
    <message>
        <source>%1 different</source>
        <translation>%1 khác nhau</translation>
    </message>
    <message>
        <source>the text is damaged</source>
        <translation>văn bản bị hỏng</translation>
    </message>
    <message>
        <source>“%1” in the backup</source>
        <translation>“%1” trong bản sao lưu</translation>
    </message>
    <message>
        <source>set up differently</source>
        <translation>thiết lập khác</translation>
    </message>
</context>
<context>
    <name>BackupsDoing</name>
    <message>
        <source>You are working in the restored library %1 now. The one before stays as it is.</source>
        <translation>Bạn đang làm trong thư viện vừa khôi phục %1. Thư viện trước đó vẫn nguyên như cũ.</translation>
    </message>
    <message>
        <source>The backup is in its place: %1.</source>
        <translation>Bản sao lưu đã vào chỗ: %1.</translation>
    </message>
    <message>
        <source>The damaged file is kept as %1.</source>
        <translation>Tệp hỏng được giữ lại với tên %1.</translation>
    </message>
    <message>
        <source>Folder for backups</source>
        <translation>Thư mục chứa bản sao lưu</translation>
    </message>
</context>
<context>
    <name>BackupsPage</name>
    <message>
        <source>Press once more to restore the whole backup as a new library.</source>
        <translation>Nhấn lần nữa nếu muốn khôi phục cả bản sao lưu thành thư viện mới.</translation>
    </message>
    <message>
        <source>Backed up and verified: %1, %2.</source>
        <translation>Đã sao lưu và kiểm chứng: %1, %2.</translation>
    </message>
    <message>
        <source>tick</source>
        <translation>đánh dấu</translation>
    </message>
    <message>
        <source>tick all</source>
        <translation>đánh dấu tất cả</translation>
    </message>
    <message>
        <source>show in the article</source>
        <translation>xem trong bài</translation>
    </message>
    <message>
        <source>Restored and checked: %1</source>
        <translation>Đã khôi phục và kiểm tra: %1</translation>
    </message>
    <message>
        <source>This backup was restored just now. Press once more to restore it again.</source>
        <translation>Bản sao lưu này vừa được khôi phục. Nhấn lần nữa để khôi phục thêm một tệp.</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) brought back</source>
        <translation>
            <numerusform>Đã đưa %n bài về</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) came back</source>
        <translation>
            <numerusform>%n vùng trở lại</numerusform>
        </translation>
    </message>
    <message>
        <source>{documents}, {spans}. Ctrl+Z takes it back.</source>
        <translation>{documents}, {spans}. Ctrl+Z để hoàn tác.</translation>
    </message>
    <message>
        <source>Comparing {done} of {all}</source>
        <translation>Đang so sánh {done} trên {all}</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Đang xem…</translation>
    </message>
    <message numerus="yes">
        <source>Bring %n document(s) back</source>
        <translation>
            <numerusform>Đưa %n bài về</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore as a new library</source>
        <translation>Khôi phục thành thư viện mới</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Bản sao lưu</translation>
    </message>
    <message>
        <source>Put it in place of the damaged library</source>
        <translation>Đặt vào chỗ thư viện bị hỏng</translation>
    </message>
</context>
<context>
    <name>CandidateDelegate</name>
    <message>
        <source>%1 like this</source>
        <translation>%1 chỗ như vậy</translation>
    </message>
    <message>
        <source>this document</source>
        <translation>bài này</translation>
    </message>
    <message>
        <source>inside %1</source>
        <translation>nằm trong %1</translation>
    </message>
    <message>
        <source>around %1</source>
        <translation>bao quanh %1</translation>
    </message>
    <message>
        <source>touches %1</source>
        <translation>chạm %1</translation>
    </message>
</context>
<context>
    <name>CandidateModel</name>
    <message>
        <source>ticked</source>
        <translation>đã đánh dấu</translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation>chưa đánh dấu</translation>
    </message>
    <message>
        <source>this document</source>
        <translation>bài này</translation>
    </message>
</context>
<context>
    <name>CardFields</name>
    <message>
        <source>Beside the data</source>
        <translation>Bên cạnh dữ liệu</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Giấy phép</translation>
    </message>
    <message>
        <source>of the data, for its card</source>
        <translation>của dữ liệu, ghi vào bản mô tả</translation>
    </message>
    <message>
        <source>Card and manifest beside the file</source>
        <translation>Bản mô tả và bảng kê cạnh tệp</translation>
    </message>
</context>
<context>
    <name>CheckDoing</name>
    <message>
        <source>%1 - what could be read</source>
        <translation>%1 - phần đọc được</translation>
    </message>
    <message>
        <source>Save what can be read</source>
        <translation>Lưu những gì đọc được</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Kiểm tra lại</translation>
    </message>
    <message>
        <source>Save what can be read…</source>
        <translation>Lưu những gì đọc được…</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>Bản sao lưu…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Các vấn đề</translation>
    </message>
</context>
<context>
    <name>CheckWords</name>
    <message>
        <source>Stopped</source>
        <translation>Đã dừng</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Không làm được</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) saved</source>
        <translation>
            <numerusform>Đã lưu %n bài</numerusform>
        </translation>
    </message>
    <message>
        <source>Is everything in the library as it was saved?</source>
        <translation>Mọi thứ trong thư viện có đúng như đã lưu không?</translation>
    </message>
    <message numerus="yes">
        <source>Sound: %n span(s) looked at</source>
        <translation>
            <numerusform>Nguyên vẹn: đã xem %n vùng</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n vấn đề</numerusform>
        </translation>
    </message>
    <message>
        <source>Putting right…</source>
        <translation>Đang sửa…</translation>
    </message>
    <message>
        <source>Looking at the library…</source>
        <translation>Đang xem thư viện…</translation>
    </message>
    <message>
        <source>Saving what can be read…</source>
        <translation>Đang lưu những gì đọc được…</translation>
    </message>
    <message>
        <source>A copy of the library as it is comes first. Then all that is proved is put right.</source>
        <translation>Trước hết giữ một bản sao nguyên trạng của thư viện. Sau đó sửa tất cả những gì chứng minh được.</translation>
    </message>
    <message>
        <source>You can go on working meanwhile.</source>
        <translation>Bạn vẫn làm việc tiếp được.</translation>
    </message>
    <message>
        <source>%1 of %2. You can go on working meanwhile.</source>
        <translation>%1 trên %2. Bạn vẫn làm việc tiếp được.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them can be put right safely. A copy of the library as it is comes first, and nothing is written that is not proved.</source>
        <translation>
            <numerusform>Sửa được an toàn %n vấn đề. Trước hết giữ một bản sao nguyên trạng của thư viện, và chỉ ghi những gì đã được chứng minh.</numerusform>
        </translation>
    </message>
    <message>
        <source>None of this can be put right safely, so nothing is written. Save what can be read as a new library, or restore a backup.</source>
        <translation>Không vấn đề nào sửa được an toàn nên không có gì được ghi. Hãy lưu những gì đọc được thành thư viện mới, hoặc khôi phục một bản sao lưu.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) put right.</source>
        <translation>
            <numerusform>Đã sửa %n chỗ.</numerusform>
        </translation>
    </message>
    <message>
        <source>The library as it was is kept as %1.</source>
        <translation>Thư viện như trước đó được giữ tại %1.</translation>
    </message>
    <message>
        <source>Structure, references, the hash of every text, the words under every span, and every step of the log, replayed: %1 documents, %2 labels, %3 steps. All is as it was saved.</source>
        <translation>Cấu trúc, tham chiếu, mã băm của từng văn bản, từ ngữ dưới từng vùng, và mọi bước của nhật ký được chạy lại: %1 bài, %2 nhãn, %3 bước. Tất cả đúng như đã lưu.</translation>
    </message>
    <message>
        <source>%1 spans are in it. The damaged library was only read.</source>
        <translation>Trong đó có %1 vùng. Thư viện bị hỏng chỉ được đọc.</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) could not be read, past ones among them.</source>
        <translation>
            <numerusform>%n vùng không đọc được, kể cả vùng cũ.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other row(s) could not be read.</source>
        <translation>
            <numerusform>%n dòng khác không đọc được.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) lost rows or hold altered ones: they can be read, not undone.</source>
        <translation>
            <numerusform>%n bước bị mất dòng hoặc có dòng đã bị đổi: vẫn đọc được nhưng không hoàn tác được.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The check still finds %n problem(s) in it.</source>
        <translation>
            <numerusform>Việc kiểm tra vẫn thấy %n vấn đề trong đó.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not the text that was imported, and there as it is: %1</source>
        <translation>Không phải văn bản đã nhập, giữ nguyên như hiện có: %1</translation>
    </message>
    <message>
        <source>Lost: %1</source>
        <translation>Đã mất: %1</translation>
    </message>
    <message>
        <source>Nothing was lost.</source>
        <translation>Không mất gì.</translation>
    </message>
    <message>
        <source>Open the new library</source>
        <translation>Mở thư viện mới</translation>
    </message>
    <message>
        <source>Open the library again</source>
        <translation>Mở lại thư viện</translation>
    </message>
    <message>
        <source>Save what can be read…</source>
        <translation>Lưu những gì đọc được…</translation>
    </message>
    <message>
        <source>Look for a backup…</source>
        <translation>Tìm bản sao lưu…</translation>
    </message>
    <message numerus="yes">
        <source>Put %n right</source>
        <translation>
            <numerusform>Sửa %n vấn đề</numerusform>
        </translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Kiểm tra lại</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Kiểm tra</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
</context>
<context>
    <name>ClosingDialog</name>
    <message numerus="yes">
        <source>%n change(s) are not saved</source>
        <translation>
            <numerusform>%n thay đổi chưa được lưu</numerusform>
        </translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Ở lại</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>Save a copy elsewhere…</source>
        <translation>Lưu một bản sao ở chỗ khác…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message numerus="yes">
        <source>Close and lose %n change(s)</source>
        <translation>
            <numerusform>Đóng và mất %n thay đổi</numerusform>
        </translation>
    </message>
    <message>
        <source>Close all the same</source>
        <translation>Vẫn đóng</translation>
    </message>
    <message>
        <source>A copy holds everything</source>
        <translation>Một bản sao đã có đủ tất cả</translation>
    </message>
    <message>
        <source>The library&apos;s file is gone or was replaced</source>
        <translation>Tệp thư viện không còn nữa hoặc đã bị thay</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>và %n thay đổi nữa</numerusform>
        </translation>
    </message>
    <message>
        <source>Trying again…</source>
        <translation>Đang thử lại…</translation>
    </message>
    <message>
        <source>Saving a copy…</source>
        <translation>Đang lưu bản sao…</translation>
    </message>
</context>
<context>
    <name>ClusterList</name>
    <message>
        <source>No cluster fits the filter.</source>
        <translation>Không chỗ nào hợp với bộ lọc.</translation>
    </message>
    <message>
        <source>Nobody has marked anything here yet.</source>
        <translation>Chưa ai đánh dấu gì ở đây.</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Mở lại</translation>
    </message>
    <message>
        <source>Clusters of the document</source>
        <translation>Các chỗ của bài</translation>
    </message>
</context>
<context>
    <name>ClusterModel</name>
    <message>
        <source>Open</source>
        <translation>Chưa quyết</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Đã quyết</translation>
    </message>
</context>
<context>
    <name>CodebookDoing</name>
    <message>
        <source>Select the words to pin, or a span, first.</source>
        <translation>Hãy chọn từ cần ghim, hoặc một vùng, trước.</translation>
    </message>
    <message>
        <source>Pinned as a counter-example.</source>
        <translation>Đã ghim làm phản ví dụ.</translation>
    </message>
    <message>
        <source>Pinned as an example.</source>
        <translation>Đã ghim làm ví dụ.</translation>
    </message>
    <message>
        <source>Pages to print</source>
        <translation>Trang để in</translation>
    </message>
    <message>
        <source>Page for a browser</source>
        <translation>Trang cho trình duyệt</translation>
    </message>
    <message>
        <source>Export guideline</source>
        <translation>Xuất bản hướng dẫn</translation>
    </message>
    <message>
        <source>Guideline written to %1</source>
        <translation>Đã ghi bản hướng dẫn vào %1</translation>
    </message>
    <message>
        <source>Label sets</source>
        <translation>Bộ nhãn</translation>
    </message>
    <message>
        <source>Save the label set</source>
        <translation>Lưu bộ nhãn</translation>
    </message>
    <message>
        <source>Label set saved as %1</source>
        <translation>Đã lưu bộ nhãn thành %1</translation>
    </message>
</context>
<context>
    <name>ColourRow</name>
    <message>
        <source>Own colour as #rrggbb</source>
        <translation>Màu riêng, dạng #rrggbb</translation>
    </message>
    <message>
        <source>Own colour: # and six digits 0–9, a–f</source>
        <translation>Màu riêng: # và sáu chữ số 0–9, a–f</translation>
    </message>
    <message>
        <source>Easy to read, light and dark</source>
        <translation>Dễ đọc, cả nền sáng lẫn nền tối</translation>
    </message>
    <message>
        <source>Hard to read: a darker or stronger colour is better</source>
        <translation>Khó đọc: nên chọn màu đậm hơn</translation>
    </message>
    <message>
        <source>Contrast (WCAG): words {words} : 1, line {line} : 1</source>
        <translation>Độ tương phản (WCAG): chữ {words} : 1, nét {line} : 1</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Documents</source>
        <translation>Các bài</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Lệnh</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Không thấy gì</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>Tìm hoặc chạy lệnh</translation>
    </message>
    <message>
        <source>close</source>
        <translation>đóng</translation>
    </message>
    <message>
        <source>move</source>
        <translation>di chuyển</translation>
    </message>
    <message>
        <source>run</source>
        <translation>chạy</translation>
    </message>
    <message>
        <source>document</source>
        <translation>bài</translation>
    </message>
    <message>
        <source>label</source>
        <translation>nhãn</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>phím</translation>
    </message>
    <message>
        <source>no library is open</source>
        <translation>chưa mở thư viện nào</translation>
    </message>
    <message>
        <source>the library is open for reading only</source>
        <translation>thư viện chỉ mở để đọc</translation>
    </message>
    <message>
        <source>there is no corpus yet</source>
        <translation>chưa có bộ ngữ liệu nào</translation>
    </message>
    <message>
        <source>go to Review first</source>
        <translation>hãy sang Soát trước</translation>
    </message>
    <message>
        <source>open a document first</source>
        <translation>hãy mở một bài trước</translation>
    </message>
    <message>
        <source>this layer is only for reading</source>
        <translation>lớp này chỉ để đọc</translation>
    </message>
    <message>
        <source>select a span first</source>
        <translation>hãy chọn một vùng trước</translation>
    </message>
    <message>
        <source>nothing is being imported</source>
        <translation>không có gì đang được nhập</translation>
    </message>
    <message>
        <source>all is saved</source>
        <translation>mọi thứ đã lưu</translation>
    </message>
    <message>
        <source>page of Review</source>
        <translation>trang của Soát</translation>
    </message>
    <message>
        <source>corpus</source>
        <translation>bộ ngữ liệu</translation>
    </message>
    <message>
        <source>filter of the documents</source>
        <translation>bộ lọc bài</translation>
    </message>
    <message>
        <source>not on this page of Review</source>
        <translation>không có ở trang soát này</translation>
    </message>
    <message>
        <source>label the selection</source>
        <translation>gán nhãn phần đang chọn</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Nobody else has a layer on this document.</source>
        <translation>Chưa ai khác có lớp trên bài này.</translation>
    </message>
    <message>
        <source>Nothing else is left to do of what the list shows.</source>
        <translation>Trong danh sách đang hiện không còn bài nào cần làm.</translation>
    </message>
    <message>
        <source>Nothing else is left to do in this corpus.</source>
        <translation>Bộ ngữ liệu này không còn bài nào phải làm.</translation>
    </message>
</context>
<context>
    <name>CommentThreads</name>
    <message>
        <source>Answer, then Enter</source>
        <translation>Trả lời rồi bấm Enter</translation>
    </message>
    <message>
        <source>Comment, then Enter</source>
        <translation>Ghi nhận xét rồi bấm Enter</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Trả lời</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Mở lại</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Giải quyết xong</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Nhận xét</translation>
    </message>
</context>
<context>
    <name>CompareKeys</name>
    <message>
        <source>end</source>
        <translation>điểm cuối</translation>
    </message>
    <message>
        <source>start</source>
        <translation>điểm đầu</translation>
    </message>
    <message>
        <source>keep</source>
        <translation>giữ</translation>
    </message>
    <message>
        <source>leave it</source>
        <translation>thôi</translation>
    </message>
    <message>
        <source>the label</source>
        <translation>nhãn</translation>
    </message>
    <message>
        <source>restore</source>
        <translation>khôi phục</translation>
    </message>
    <message>
        <source>this one</source>
        <translation>phương án này</translation>
    </message>
    <message>
        <source>take it</source>
        <translation>lấy</translation>
    </message>
    <message>
        <source>the chosen one</source>
        <translation>phương án đang chọn</translation>
    </message>
    <message>
        <source>take this one</source>
        <translation>lấy phương án này</translation>
    </message>
    <message>
        <source>majority</source>
        <translation>đa số</translation>
    </message>
    <message>
        <source>undo decision</source>
        <translation>rút quyết định</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không lấy</translation>
    </message>
    <message>
        <source>decide later</source>
        <translation>để sau</translation>
    </message>
    <message>
        <source>next</source>
        <translation>tiếp</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Solid: gold · thin line: still open, with letters for names</source>
        <translation>Nền màu: bản chuẩn · nét mảnh: chưa quyết, tên thay bằng chữ cái</translation>
    </message>
    <message>
        <source>Solid: gold · thin line: still open, with names</source>
        <translation>Nền màu: bản chuẩn · nét mảnh: chưa quyết, kèm tên</translation>
    </message>
    <message>
        <source>Finished.</source>
        <translation>Đã xong.</translation>
    </message>
    <message numerus="yes">
        <source>Finished, with %n still open.</source>
        <translation>
            <numerusform>Đã xong, còn %n chỗ chưa quyết.</numerusform>
        </translation>
    </message>
    <message>
        <source>One text</source>
        <translation>Một văn bản</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Cạnh nhau</translation>
    </message>
    <message>
        <source>Nothing is open that the filter lets through. Esc shows everything again.</source>
        <translation>Không còn chỗ nào chưa quyết trong phần đang lọc. Esc: hiện lại tất cả.</translation>
    </message>
    <message>
        <source>Nothing is open here. Documents are compared when two annotators have spans on them.</source>
        <translation>Ở đây không còn chỗ nào chưa quyết. Bài được so sánh khi có vùng của hai người gán nhãn.</translation>
    </message>
    <message>
        <source>next, previous</source>
        <translation>tiếp, trước</translation>
    </message>
    <message>
        <source>finish</source>
        <translation>xong</translation>
    </message>
</context>
<context>
    <name>CompareWords</name>
    <message>
        <source>all agree</source>
        <translation>mọi người giống nhau</translation>
    </message>
    <message>
        <source>labels differ</source>
        <translation>khác nhãn</translation>
    </message>
    <message>
        <source>edges differ</source>
        <translation>khác biên</translation>
    </message>
    <message>
        <source>both differ</source>
        <translation>khác cả hai</translation>
    </message>
    <message>
        <source>not everybody has it</source>
        <translation>có người không gán</translation>
    </message>
    <message>
        <source>Is it right?</source>
        <translation>Có đúng không?</translation>
    </message>
    <message>
        <source>Which label?</source>
        <translation>Nhãn nào?</translation>
    </message>
    <message>
        <source>Is it one?</source>
        <translation>Có phải một vùng?</translation>
    </message>
    <message>
        <source>Which of these?</source>
        <translation>Phương án nào?</translation>
    </message>
    <message>
        <source>Where does it begin?</source>
        <translation>Bắt đầu từ đâu?</translation>
    </message>
    <message>
        <source>Where does it end?</source>
        <translation>Kết thúc ở đâu?</translation>
    </message>
    <message>
        <source>From where to where?</source>
        <translation>Từ đâu đến đâu?</translation>
    </message>
    <message>
        <source>nobody marks it any more</source>
        <translation>không còn ai đánh dấu</translation>
    </message>
    <message>
        <source>took none</source>
        <translation>không lấy</translation>
    </message>
    <message>
        <source>put off</source>
        <translation>để sau</translation>
    </message>
    <message>
        <source>took all</source>
        <translation>lấy tất cả</translation>
    </message>
    <message>
        <source>took several</source>
        <translation>lấy vài phương án</translation>
    </message>
    <message>
        <source>took the majority</source>
        <translation>lấy theo đa số</translation>
    </message>
    <message>
        <source>took the only one</source>
        <translation>đã lấy</translation>
    </message>
    <message>
        <source>took one of them</source>
        <translation>lấy một phương án</translation>
    </message>
    <message>
        <source>took it as %1</source>
        <translation>lấy là %1</translation>
    </message>
    <message>
        <source>took it with other edges</source>
        <translation>lấy với biên khác</translation>
    </message>
    <message>
        <source>from a suggestion, kept</source>
        <translation>từ gợi ý, giữ lại</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>gán tay</translation>
    </message>
    <message>
        <source>everywhere at once</source>
        <translation>gán hàng loạt</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>nhập từ tệp</translation>
    </message>
    <message>
        <source>taken over because all agree</source>
        <translation>nhận vì mọi người giống nhau</translation>
    </message>
    <message>
        <source>the majority, taken over at once</source>
        <translation>theo đa số, nhận hàng loạt</translation>
    </message>
    <message>
        <source>by a rule</source>
        <translation>theo quy tắc</translation>
    </message>
    <message>
        <source>with others like it</source>
        <translation>cùng những chỗ giống nó</translation>
    </message>
    <message>
        <source>for all places of the string</source>
        <translation>cho mọi chỗ của chuỗi</translation>
    </message>
    <message>
        <source>taken out of gold</source>
        <translation>bỏ khỏi bản chuẩn</translation>
    </message>
    <message>
        <source>nothing said</source>
        <translation>không nói</translation>
    </message>
    <message>
        <source>gap in the guideline</source>
        <translation>hướng dẫn còn thiếu</translation>
    </message>
    <message>
        <source>ambiguous text</source>
        <translation>văn bản mơ hồ</translation>
    </message>
    <message>
        <source>slip of an annotator</source>
        <translation>người gán nhãn sơ suất</translation>
    </message>
    <message>
        <source>guideline misread</source>
        <translation>hiểu sai hướng dẫn</translation>
    </message>
    <message>
        <source>edge case</source>
        <translation>trường hợp hiếm</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 trên %2</translation>
    </message>
</context>
<context>
    <name>ConsistencySheet</name>
    <message>
        <source>Looking for bare places: %1 of %2 documents…</source>
        <translation>Đang tìm chỗ chưa gán: %1 / %2 bài…</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) to look at</source>
        <translation>
            <numerusform>%n chỗ cần xem</numerusform>
        </translation>
    </message>
    <message>
        <source>String</source>
        <translation>Cụm từ</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Vì sao</translation>
    </message>
    <message>
        <source>Labelled / met</source>
        <translation>Đã gán / đã gặp</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Cần xem</translation>
    </message>
    <message>
        <source>What is labelled unevenly</source>
        <translation>Những gì gán nhãn chưa đều</translation>
    </message>
    <message>
        <source>The first %1 are listed, all are saved.</source>
        <translation>Chỉ liệt kê %1 mục đầu; khi lưu thì có đủ.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Ai</translation>
    </message>
    <message numerus="yes">
        <source>%n string(s) labelled here and bare there</source>
        <translation>
            <numerusform>%n cụm từ chỗ này gán, chỗ khác bỏ trống</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with several labels</source>
        <translation>
            <numerusform>%n cụm từ có nhiều nhãn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with other edges</source>
        <translation>
            <numerusform>%n cụm từ có biên khác nhau</numerusform>
        </translation>
    </message>
    <message>
        <source>Only documents that were begun are looked at.</source>
        <translation>Chỉ xét những bài đã bắt đầu làm.</translation>
    </message>
    <message>
        <source>Everything is labelled evenly in the documents that were begun.</source>
        <translation>Mọi thứ đều được gán nhãn nhất quán trong các bài đã bắt đầu.</translation>
    </message>
    <message>
        <source>bare elsewhere</source>
        <translation>nơi khác chưa gán</translation>
    </message>
    <message>
        <source>several labels</source>
        <translation>nhiều nhãn</translation>
    </message>
    <message>
        <source>other edges</source>
        <translation>biên khác</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Mọi loại</translation>
    </message>
    <message>
        <source>Bare elsewhere</source>
        <translation>Nơi khác chưa gán</translation>
    </message>
    <message>
        <source>Several labels</source>
        <translation>Nhiều nhãn</translation>
    </message>
    <message>
        <source>Other edges</source>
        <translation>Biên khác</translation>
    </message>
    <message>
        <source>Meant so (%1)</source>
        <translation>Chủ ý như vậy (%1)</translation>
    </message>
    <message>
        <source>Which kinds</source>
        <translation>Loại nào</translation>
    </message>
    <message>
        <source>No longer meant so</source>
        <translation>Không còn chủ ý như vậy</translation>
    </message>
    <message numerus="yes">
        <source>Bare at %n place(s).</source>
        <translation>
            <numerusform>Chưa có nhãn ở %n chỗ.</numerusform>
        </translation>
    </message>
    <message>
        <source>The most frequent label is suggested.</source>
        <translation>Đề xuất nhãn hay gặp nhất.</translation>
    </message>
</context>
<context>
    <name>Contents</name>
    <message>
        <source>nested</source>
        <translation>lồng nhau</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>chưa chắc</translation>
    </message>
    <message>
        <source>question</source>
        <translation>câu hỏi</translation>
    </message>
    <message>
        <source>New since it was decided</source>
        <translation>Mới có sau khi quyết</translation>
    </message>
    <message>
        <source>Not marked by %1</source>
        <translation>%1 không đánh dấu</translation>
    </message>
</context>
<context>
    <name>CopyStrip</name>
    <message>
        <source>Open the copy</source>
        <translation>Mở bản sao</translation>
    </message>
    <message>
        <source>Do not say it again</source>
        <translation>Đừng nhắc nữa</translation>
    </message>
    <message>
        <source>This file was left for a copy (%2): %1. What was done there since is not in here.</source>
        <translation>Bạn đã chuyển từ tệp này sang một bản sao (%2): %1. Những gì làm ở đó từ lúc ấy không có trong tệp này.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) that could not be saved in this file are in a copy of it (%2): %1. What was done there since is not in here either.</source>
        <translation>
            <numerusform>%n thay đổi chưa lưu được vào tệp này nằm trong một bản sao của nó (%2): %1. Những gì làm tiếp ở đó cũng không có trong tệp này.</numerusform>
        </translation>
    </message>
    <message>
        <source>The copy is not there now: is its disk connected?</source>
        <translation>Hiện không thấy bản sao ở đó: ổ đĩa của nó đã cắm chưa?</translation>
    </message>
    <message numerus="yes">
        <source>%n older cop(y/ies) will be told of after this one.</source>
        <translation>
            <numerusform>%n bản sao cũ hơn sẽ được nhắc sau bản này.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Copying</name>
    <message>
        <source>%1 - copy %2</source>
        <translation>%1 - bản sao %2</translation>
    </message>
    <message>
        <source>A copy at %1 holds all of it.</source>
        <translation>Bản sao tại %1 có đủ tất cả.</translation>
    </message>
    <message>
        <source>A copy at %1 holds the backup of %2 and the open documents as you see them.</source>
        <translation>Bản sao tại %1 có bản sao lưu lúc %2 và các bài đang mở như bạn đang thấy.</translation>
    </message>
    <message numerus="yes">
        <source>Copied to %1, with %n change(s) that could not be saved.</source>
        <translation>
            <numerusform>Đã sao ra %1, kèm %n thay đổi chưa lưu được.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied to %1.</source>
        <translation>Đã sao ra %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) did not fit there and were left out.</source>
        <translation>
            <numerusform>%n thay đổi không khớp ở đó nên bị bỏ lại.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CorporaPage</name>
    <message>
        <source>Which corpus?</source>
        <translation>Bộ ngữ liệu nào?</translation>
    </message>
    <message>
        <source>Corpora</source>
        <translation>Các bộ ngữ liệu</translation>
    </message>
    <message>
        <source>In the bin</source>
        <translation>Trong thùng rác</translation>
    </message>
    <message>
        <source>Name of a new corpus</source>
        <translation>Tên bộ ngữ liệu mới</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Tạo</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Đổi tên</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Lấy lại</translation>
    </message>
    <message>
        <source>Move to the bin</source>
        <translation>Bỏ vào thùng rác</translation>
    </message>
    <message>
        <source>Empty the bin…</source>
        <translation>Dọn thùng rác…</translation>
    </message>
    <message>
        <source>Ctrl Z takes every step back.</source>
        <translation>Ctrl Z lấy lại được mọi bước.</translation>
    </message>
    <message numerus="yes">
        <source>No corpus is in the bin, but %n document(s).</source>
        <translation>
            <numerusform>Không có bộ ngữ liệu nào trong thùng rác, nhưng có %n bài.</numerusform>
        </translation>
    </message>
    <message>
        <source>The bin is empty.</source>
        <translation>Thùng rác trống.</translation>
    </message>
    <message>
        <source>No corpus yet. Type a name above and press Enter.</source>
        <translation>Chưa có bộ ngữ liệu nào. Gõ tên ở trên rồi bấm Enter.</translation>
    </message>
</context>
<context>
    <name>CorpusDelegate</name>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n vùng</numerusform>
        </translation>
    </message>
    <message>
        <source>{done} of {total} done</source>
        <translation>xong {done} trên {total}</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Tên mới</translation>
    </message>
</context>
<context>
    <name>CorpusModel</name>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n bài</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>Có trục trặc</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Chi tiết</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Xem chi tiết</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Chép chi tiết</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Báo cáo…</translation>
    </message>
    <message>
        <source>The program met an error of its own (%1); what you did last may not have had its effect.</source>
        <translation>Chương trình gặp một lỗi của chính nó (%1); việc bạn vừa làm có thể chưa có tác dụng.</translation>
    </message>
    <message>
        <source>You can go on working. If something looks wrong, close the window and open it again. Whoever looks after the program can use a report; nothing is sent by itself.</source>
        <translation>Bạn có thể làm tiếp. Nếu thấy có gì không đúng, hãy đóng cửa sổ rồi mở lại. Báo cáo sẽ giúp ích cho người trông coi chương trình; không có gì tự được gửi đi.</translation>
    </message>
    <message>
        <source>Everything you did is saved.</source>
        <translation>Mọi việc bạn làm đều đã được lưu.</translation>
    </message>
    <message>
        <source>Everything that was said to be saved is safe.</source>
        <translation>Mọi thứ đã báo là được lưu đều an toàn.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) could not be saved so far: they are kept in the window; do not close it before they are saved or copied.</source>
        <translation>
            <numerusform>%n thay đổi đến giờ chưa lưu được: chúng được giữ trong cửa sổ; đừng đóng cửa sổ trước khi chúng được lưu hoặc sao chép.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are on their way to the disk.</source>
        <translation>
            <numerusform>%n thay đổi đang được ghi xuống đĩa.</numerusform>
        </translation>
    </message>
    <message>
        <source>You can go on working. If something looks wrong, have the changes saved or copied first, then close the window and open it again. Whoever looks after the program can use a report; nothing is sent by itself.</source>
        <translation>Bạn có thể làm tiếp. Nếu thấy có gì không đúng, hãy để các thay đổi được lưu hoặc lưu ra một bản sao trước, rồi đóng cửa sổ và mở lại. Báo cáo sẽ giúp ích cho người trông coi chương trình; không có gì tự được gửi đi.</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Ẩn chi tiết</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Đã sao chép</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Làm tiếp</translation>
    </message>
</context>
<context>
    <name>DayWords</name>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hôm qua</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>đã hoàn tác</translation>
    </message>
    <message>
        <source>Took back: %1</source>
        <translation>Đã hoàn tác: %1</translation>
    </message>
    <message>
        <source>Made again: %1</source>
        <translation>Đã làm lại: %1</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>gán tay</translation>
    </message>
    <message>
        <source>import</source>
        <translation>nhập</translation>
    </message>
    <message>
        <source>everywhere at once</source>
        <translation>mọi nơi cùng lúc</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>hoàn tác</translation>
    </message>
    <message>
        <source>redo</source>
        <translation>làm lại</translation>
    </message>
    <message>
        <source>undone alone</source>
        <translation>hoàn tác riêng</translation>
    </message>
    <message>
        <source>brought back</source>
        <translation>đưa về lúc trước</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>khôi phục</translation>
    </message>
    <message>
        <source>review</source>
        <translation>soát</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>bình luận</translation>
    </message>
</context>
<context>
    <name>DealFields</name>
    <message>
        <source>How</source>
        <translation>Cách chia</translation>
    </message>
    <message>
        <source>For comparison</source>
        <translation>Để đối chiếu</translation>
    </message>
    <message>
        <source> % of the documents</source>
        <translation> % số bài</translation>
    </message>
    <message>
        <source>Each goes to</source>
        <translation>Mỗi bài cho</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n người</numerusform>
        </translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>tất cả mọi người</translation>
    </message>
    <message>
        <source>As much</source>
        <translation>Chia đều</translation>
    </message>
    <message>
        <source>documents for everybody</source>
        <translation>số bài cho mọi người</translation>
    </message>
    <message>
        <source>text for everybody</source>
        <translation>lượng chữ cho mọi người</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Số gieo</translation>
    </message>
    <message>
        <source>How many documents several people work on, so that they can be compared.</source>
        <translation>Bao nhiêu bài được giao cho nhiều người, để đối chiếu được với nhau.</translation>
    </message>
    <message>
        <source>The same number deals the same way again; another one deals anew.</source>
        <translation>Cùng một số thì chia lại y như cũ; số khác thì chia khác đi.</translation>
    </message>
    <message>
        <source>Names of others stay hidden</source>
        <translation>Ẩn tên những người khác</translation>
    </message>
    <message>
        <source>No suggestions on what is compared</source>
        <translation>Không gợi ý trên bài đối chiếu</translation>
    </message>
</context>
<context>
    <name>Deciding</name>
    <message>
        <source>Open again. Ctrl+Z takes that back.</source>
        <translation>Đã mở lại. Ctrl+Z để hoàn tác.</translation>
    </message>
    <message numerus="yes">
        <source>%n on which all agree went into gold.</source>
        <translation>
            <numerusform>%n chỗ mọi người giống nhau đã vào bản chuẩn.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ctrl+Z takes back your last decision first, then this.</source>
        <translation>Ctrl+Z hoàn tác quyết định gần nhất trước, rồi mới đến việc này.</translation>
    </message>
    <message>
        <source>Ctrl+Z takes that back.</source>
        <translation>Ctrl+Z để hoàn tác.</translation>
    </message>
</context>
<context>
    <name>DefinitionCard</name>
    <message>
        <source>It has no definition yet.</source>
        <translation>Chưa có định nghĩa.</translation>
    </message>
    <message>
        <source>Use when</source>
        <translation>Dùng khi</translation>
    </message>
    <message>
        <source>Avoid when</source>
        <translation>Không dùng khi</translation>
    </message>
    <message>
        <source>hold to look, press to keep or close; on a selected span only its label</source>
        <translation>giữ để xem, bấm để giữ lại hoặc đóng; khi chọn vùng thì chỉ nhãn của vùng đó</translation>
    </message>
</context>
<context>
    <name>DescribingDoing</name>
    <message>
        <source>Saved. Ctrl+Z takes it back.</source>
        <translation>Đã lưu. Ctrl+Z lấy lại như cũ.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Không có gì thay đổi.</translation>
    </message>
    <message>
        <source>Type a tag first.</source>
        <translation>Trước hết hãy gõ một thẻ.</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) tagged. One step: Ctrl+Z takes all of it back.</source>
        <translation>
            <numerusform>Đã gắn thẻ cho %n bài. Một bước: Ctrl+Z hoàn tác tất cả.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>The first %1 of %2.</source>
        <translation>%1 chỗ đầu trong %2.</translation>
    </message>
    <message numerus="yes">
        <source>Also the %n place(s) in documents that are done</source>
        <translation>
            <numerusform>Cả %n chỗ trong các bài đã xong</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Label %n place(s)</source>
        <translation>
            <numerusform>Gán nhãn %n chỗ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Relabel %n place(s)</source>
        <translation>
            <numerusform>Đổi nhãn %n chỗ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Even out %n place(s)</source>
        <translation>
            <numerusform>Làm đều %n chỗ</numerusform>
        </translation>
    </message>
    <message>
        <source>Rightly not labelled</source>
        <translation>Đúng là không gán</translation>
    </message>
    <message>
        <source>It is meant so</source>
        <translation>Chủ ý như vậy</translation>
    </message>
    <message>
        <source>Labels in the corpus</source>
        <translation>Nhãn trong bộ ngữ liệu</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n vùng</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 spans a document that was begun. %2 % of the spans lie inside others.</source>
        <translation>%1 vùng mỗi bài đã bắt đầu. %2 % số vùng nằm trong vùng khác.</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Đang chọn</translation>
    </message>
    <message>
        <source>Only this one</source>
        <translation>Chỉ chỗ này</translation>
    </message>
    <message>
        <source>Why? Enter keeps it</source>
        <translation>Vì sao? Enter để giữ lại</translation>
    </message>
    <message>
        <source>The reason why it is meant so</source>
        <translation>Lý do chủ ý như vậy</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Các chỗ</translation>
    </message>
    <message>
        <source>The label to give</source>
        <translation>Nhãn sẽ gán</translation>
    </message>
</context>
<context>
    <name>DifferenceSide</name>
    <message>
        <source>%1 in “%2”</source>
        <translation>%1 trong “%2”</translation>
    </message>
    <message>
        <source>+ only in the backup, − only here, ≠ different</source>
        <translation>+ chỉ có trong bản sao lưu, − chỉ có ở đây, ≠ khác nhau</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Chỗ khác nhau</translation>
    </message>
    <message>
        <source>Spans that differ</source>
        <translation>Vùng khác nhau</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Mở thư viện ấy</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Being compared with the library…</source>
        <translation>Đang so với thư viện…</translation>
    </message>
    <message>
        <source>The library&apos;s file is damaged. This backup is sound; what can be read equals it.</source>
        <translation>Tệp thư viện bị hỏng. Bản sao lưu này nguyên vẹn; những gì còn đọc được giống hệt nó.</translation>
    </message>
    <message numerus="yes">
        <source>What is saved is what this backup holds; %n change(s) not saved yet are not counted.</source>
        <translation>
            <numerusform>Những gì đã lưu giống hệt bản sao lưu này, chưa kể %n thay đổi chưa lưu.</numerusform>
        </translation>
    </message>
    <message>
        <source>The library holds what this backup holds.</source>
        <translation>Thư viện giống hệt bản sao lưu này.</translation>
    </message>
</context>
<context>
    <name>DifferencesModel</name>
    <message>
        <source>Labels</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>Corpora</source>
        <translation>Bộ ngữ liệu</translation>
    </message>
    <message>
        <source>Documents that only the backup holds</source>
        <translation>Bài chỉ có trong bản sao lưu</translation>
    </message>
    <message>
        <source>Documents that differ</source>
        <translation>Bài khác nhau</translation>
    </message>
    <message>
        <source>Documents that only the library holds</source>
        <translation>Bài chỉ có trong thư viện</translation>
    </message>
    <message>
        <source>ticked</source>
        <translation>đã chọn</translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation>chưa chọn</translation>
    </message>
</context>
<context>
    <name>DocumentBar</name>
    <message>
        <source>New</source>
        <translation>Mới</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>Đang làm</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>Status of the document</source>
        <translation>Trạng thái của bài</translation>
    </message>
    <message>
        <source>Status not saved</source>
        <translation>Trạng thái chưa lưu</translation>
    </message>
    <message>
        <source>Sample: without suggestions</source>
        <translation>Mẫu: không có gợi ý</translation>
    </message>
    <message>
        <source>Several people work on it apart, to be compared. What machines found is not shown.</source>
        <translation>Nhiều người làm bài này riêng rẽ để so sánh. Những gì máy tìm được không hiện ra.</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n ký tự</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentBin</name>
    <message>
        <source>keep</source>
        <translation>giữ lại</translation>
    </message>
    <message>
        <source>take back</source>
        <translation>lấy lại</translation>
    </message>
    <message>
        <source>close the bin</source>
        <translation>đóng thùng rác</translation>
    </message>
    <message>
        <source>In the bin</source>
        <translation>Trong thùng rác</translation>
    </message>
    <message>
        <source>Documents in the bin</source>
        <translation>Các bài trong thùng rác</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Lấy lại</translation>
    </message>
    <message>
        <source>Empty the bin…</source>
        <translation>Dọn thùng rác…</translation>
    </message>
    <message>
        <source>Close the bin</source>
        <translation>Đóng thùng rác</translation>
    </message>
    <message>
        <source>Nothing of this corpus is in the bin, but of others.</source>
        <translation>Bộ ngữ liệu này không có gì trong thùng rác, bộ khác thì có.</translation>
    </message>
    <message>
        <source>The bin is empty.</source>
        <translation>Thùng rác trống.</translation>
    </message>
</context>
<context>
    <name>DocumentDelegate</name>
    <message>
        <source>New title</source>
        <translation>Tên bài mới</translation>
    </message>
</context>
<context>
    <name>DocumentFields</name>
    <message>
        <source>What</source>
        <translation>Bài nào</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Bài</translation>
    </message>
    <message>
        <source>That fit</source>
        <translation>Khớp với</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>words and conditions, as in the list</source>
        <translation>từ và điều kiện, như trong danh sách</translation>
    </message>
</context>
<context>
    <name>DocumentList</name>
    <message>
        <source>Find a document</source>
        <translation>Tìm bài</translation>
    </message>
    <message>
        <source>Narrow down, kept filters</source>
        <translation>Thu hẹp, bộ lọc đã giữ</translation>
    </message>
    <message>
        <source>Sort and bin</source>
        <translation>Sắp xếp và thùng rác</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Các bài</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Đổi tên</translation>
    </message>
    <message>
        <source>Move to the bin</source>
        <translation>Bỏ vào thùng rác</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Còn làm</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>No title fits “{words}”. Enter searches the texts, Esc empties the search.</source>
        <translation>Không có tiêu đề nào khớp với “{words}”. Enter tìm trong nội dung bài, Esc xóa ô tìm.</translation>
    </message>
    <message>
        <source>No document fits “{words}”. Esc empties the search.</source>
        <translation>Không có bài nào khớp “{words}”. Esc xóa ô tìm.</translation>
    </message>
    <message>
        <source>The list cannot be read: the library is damaged. File, Check the library… saves what can be read; File, Backups… brings a sound copy back.</source>
        <translation>Không đọc được danh sách vì thư viện bị hỏng. Tệp, Kiểm tra thư viện… lưu lại những gì đọc được; Tệp, Bản sao lưu… đưa một bản nguyên vẹn trở lại.</translation>
    </message>
    <message>
        <source>Give a tag</source>
        <translation>Gắn thẻ</translation>
    </message>
    <message>
        <source>Take a tag away</source>
        <translation>Bỏ thẻ</translation>
    </message>
    <message>
        <source>Every document is done.</source>
        <translation>Mọi bài đã xong.</translation>
    </message>
    <message>
        <source>No document is done yet. Ctrl+Enter marks the open one.</source>
        <translation>Chưa bài nào xong. Ctrl+Enter đánh dấu bài đang mở.</translation>
    </message>
    <message>
        <source>No documents yet. Ctrl+O opens files; or drop an article into the window.</source>
        <translation>Chưa có bài nào. Ctrl+O mở tệp; hoặc thả một bài vào cửa sổ.</translation>
    </message>
    <message>
        <source>As they came in</source>
        <translation>Theo thứ tự vào</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>Theo tên bài</translation>
    </message>
    <message>
        <source>By status</source>
        <translation>Theo trạng thái</translation>
    </message>
    <message>
        <source>Most spans first</source>
        <translation>Nhiều vùng trước</translation>
    </message>
    <message>
        <source>Show the bin</source>
        <translation>Xem thùng rác</translation>
    </message>
</context>
<context>
    <name>DocumentModel</name>
    <message>
        <source>new</source>
        <translation>mới</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>đang làm</translation>
    </message>
    <message>
        <source>done</source>
        <translation>xong</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n vùng</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentSheet</name>
    <message numerus="yes">
        <source>Give these tags to %n listed document(s)</source>
        <translation>
            <numerusform>Gắn các thẻ này cho %n bài đang liệt kê</numerusform>
        </translation>
    </message>
    <message>
        <source>save</source>
        <translation>lưu</translation>
    </message>
    <message>
        <source>next field</source>
        <translation>ô kế tiếp</translation>
    </message>
    <message>
        <source>close</source>
        <translation>đóng</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Giá trị</translation>
    </message>
    <message>
        <source>About this document</source>
        <translation>Về bài này</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tiêu đề</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Siêu dữ liệu</translation>
    </message>
    <message>
        <source>Tags: a comma ends one</source>
        <translation>Thẻ: dấu phẩy kết thúc một thẻ</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>EmptyBinStrip</name>
    <message>
        <source>{what} deleted for ever. The backup of {when} holds what was in the bin: File &gt; Backups…</source>
        <translation>Đã xóa vĩnh viễn {what}. Bản sao lưu lúc {when} còn giữ những gì trong thùng rác: Tệp &gt; Bản sao lưu…</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n bài</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n corpus(es)</source>
        <translation>
            <numerusform>%n bộ ngữ liệu</numerusform>
        </translation>
    </message>
    <message>
        <source>{documents} and {corpora}</source>
        <translation>{documents} và {corpora}</translation>
    </message>
    <message>
        <source>Delete {what} for ever?</source>
        <translation>Xóa vĩnh viễn {what}?</translation>
    </message>
    <message>
        <source>The bin of the whole library is emptied, and Ctrl+Z does not bring back what was in it. A backup is made first: File &gt; Backups… brings documents back out of it.</source>
        <translation>Thùng rác của cả thư viện sẽ được dọn sạch, và Ctrl+Z không lấy lại được những gì trong đó. Trước khi dọn, chương trình tạo một bản sao lưu; từ bản ấy có thể đưa các bài về: Tệp &gt; Bản sao lưu…</translation>
    </message>
    <message>
        <source>Delete for ever</source>
        <translation>Xóa vĩnh viễn</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Giữ lại</translation>
    </message>
</context>
<context>
    <name>Ending</name>
    <message numerus="yes">
        <source>%n still open: %1 again finishes it with them open.</source>
        <translation>
            <numerusform>Còn %n chỗ chưa quyết: bấm %1 lần nữa thì vẫn xong bài.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is not finished.</source>
        <translation>Bài chưa xong.</translation>
    </message>
    <message>
        <source>Nothing to compare</source>
        <translation>Không có gì để so sánh</translation>
    </message>
    <message numerus="yes">
        <source>Finished, %n open</source>
        <translation>
            <numerusform>Đã xong, còn %n chỗ mở</numerusform>
        </translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Đã xong</translation>
    </message>
    <message>
        <source>All decided here</source>
        <translation>Bài này đã quyết hết</translation>
    </message>
    <message numerus="yes">
        <source>%n put off</source>
        <translation>
            <numerusform>%n chỗ để sau</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to decide</source>
        <translation>
            <numerusform>%n chỗ cần quyết</numerusform>
        </translation>
    </message>
    <message>
        <source>what was put off</source>
        <translation>chỗ để sau</translation>
    </message>
    <message>
        <source>finish</source>
        <translation>xong</translation>
    </message>
    <message>
        <source>finish, open next</source>
        <translation>xong, mở bài sau</translation>
    </message>
    <message>
        <source>show all</source>
        <translation>hiện tất cả</translation>
    </message>
    <message>
        <source>go on</source>
        <translation>đi tiếp</translation>
    </message>
</context>
<context>
    <name>Everywhere</name>
    <message>
        <source>There is no other label in this label set.</source>
        <translation>Bộ nhãn này không có nhãn nào khác.</translation>
    </message>
    <message>
        <source>Select a span first: click it, or press Tab.</source>
        <translation>Trước hết hãy chọn một vùng: bấm vào nó hoặc nhấn Tab.</translation>
    </message>
    <message>
        <source>Looking for the same words…</source>
        <translation>Đang tìm cùng từ ngữ…</translation>
    </message>
    <message>
        <source>These words stand nowhere else in this corpus. Esc closes the list.</source>
        <translation>Từ ngữ này không có ở chỗ nào khác trong bộ ngữ liệu. Esc đóng danh sách.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Đã dừng. Không có gì thay đổi.</translation>
    </message>
</context>
<context>
    <name>ExampleItem</name>
    <message>
        <source>Say why…</source>
        <translation>Nêu lý do…</translation>
    </message>
    <message>
        <source>Make it an example</source>
        <translation>Đổi thành ví dụ</translation>
    </message>
    <message>
        <source>Make it a counter-example</source>
        <translation>Đổi thành phản ví dụ</translation>
    </message>
    <message>
        <source>What to do with this example</source>
        <translation>Việc có thể làm với ví dụ này</translation>
    </message>
    <message>
        <source>Take this example out</source>
        <translation>Bỏ ví dụ này</translation>
    </message>
    <message>
        <source>Why is it so?</source>
        <translation>Vì sao như vậy?</translation>
    </message>
</context>
<context>
    <name>Examples</name>
    <message>
        <source>Mark it so</source>
        <translation>Đánh dấu như thế này</translation>
    </message>
    <message>
        <source>Not so</source>
        <translation>Không như thế này</translation>
    </message>
    <message>
        <source>Select words in an article and press Ctrl Shift E to pin them here.</source>
        <translation>Chọn từ trong bài rồi bấm Ctrl Shift E để ghim vào đây.</translation>
    </message>
</context>
<context>
    <name>ExportFlow</name>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>Exporting… %1</source>
        <translation>Đang xuất… %1</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Xem</translation>
    </message>
    <message>
        <source>Exported: {recovered} of {spans} spans recovered</source>
        <translation>Đã xuất: tìm lại được {recovered} trên {spans} vùng</translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message>
        <source>Export</source>
        <translation>Xuất</translation>
    </message>
    <message>
        <source>Save recipe</source>
        <translation>Lưu công thức</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Đang xuất…</translation>
    </message>
    <message>
        <source>Part of this recipe is unknown</source>
        <translation>Có phần của công thức này chưa hiểu được</translation>
    </message>
    <message>
        <source>“{name}” was kept by a newer version and has choices that this one does not know: {choices}. The form shows the others; look at them before you export.</source>
        <translation>“{name}” do một phiên bản mới hơn lưu và có những lựa chọn mà phiên bản này không biết: {choices}. Các ô bên trái hiện những lựa chọn còn lại; hãy xem chúng trước khi xuất.</translation>
    </message>
    <message numerus="yes">
        <source>Export %n document(s)</source>
        <translation>
            <numerusform>Xuất %n bài</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n bài</numerusform>
        </translation>
    </message>
    <message>
        <source>No document fits</source>
        <translation>Không bài nào hợp</translation>
    </message>
    <message>
        <source>Choose documents of another status.</source>
        <translation>Hãy chọn bài có trạng thái khác.</translation>
    </message>
    <message>
        <source>Choose documents of other tags or status.</source>
        <translation>Hãy chọn bài có thẻ hoặc trạng thái khác.</translation>
    </message>
    <message>
        <source>This cannot be exported so</source>
        <translation>Không xuất như thế này được</translation>
    </message>
    <message>
        <source>Nothing was written</source>
        <translation>Chưa ghi gì</translation>
    </message>
</context>
<context>
    <name>FacetModel</name>
    <message>
        <source>Narrow to</source>
        <translation>Thu hẹp</translation>
    </message>
    <message>
        <source>Inside a span of</source>
        <translation>Nằm trong vùng nhãn</translation>
    </message>
    <message>
        <source>Spans of</source>
        <translation>Vùng của</translation>
    </message>
    <message>
        <source>In documents that are</source>
        <translation>Trong các bài</translation>
    </message>
    <message>
        <source>In documents tagged</source>
        <translation>Trong bài mang thẻ</translation>
    </message>
    <message>
        <source>Not labelled</source>
        <translation>Chưa gán nhãn</translation>
    </message>
    <message>
        <source>Already labelled</source>
        <translation>Đã gán nhãn</translation>
    </message>
    <message>
        <source>new</source>
        <translation>mới</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>đang làm</translation>
    </message>
    <message>
        <source>done</source>
        <translation>xong</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>đã chọn</translation>
    </message>
</context>
<context>
    <name>FeedbackPage</name>
    <message>
        <source>place</source>
        <translation>chỗ</translation>
    </message>
    <message>
        <source>open</source>
        <translation>mở</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Đang đọc…</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Từ ngữ</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Khác thế nào</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>Bản chuẩn</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Bài</translation>
    </message>
    <message>
        <source>Whose work</source>
        <translation>Công việc của ai</translation>
    </message>
    <message>
        <source>Places where gold differs</source>
        <translation>Những chỗ bản chuẩn khác</translation>
    </message>
</context>
<context>
    <name>FeedbackPanel</name>
    <message>
        <source>nothing marked</source>
        <translation>không gán</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>Bản chuẩn</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Vì sao</translation>
    </message>
</context>
<context>
    <name>FeedbackWords</name>
    <message>
        <source>not in gold</source>
        <translation>không có trong bản chuẩn</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Bạn</translation>
    </message>
    <message>
        <source>not marked</source>
        <translation>không gán</translation>
    </message>
    <message>
        <source>another label</source>
        <translation>nhãn khác</translation>
    </message>
    <message>
        <source>other edges</source>
        <translation>biên khác</translation>
    </message>
    <message>
        <source>other edges and label</source>
        <translation>biên và nhãn khác</translation>
    </message>
    <message>
        <source>No gold on the documents of %1 yet</source>
        <translation>Các bài của %1 chưa có bản chuẩn</translation>
    </message>
    <message>
        <source>No gold on your documents yet</source>
        <translation>Các bài của bạn chưa có bản chuẩn</translation>
    </message>
    <message>
        <source>Gold is as %1 labelled</source>
        <translation>Bản chuẩn đúng như %1 đã gán nhãn</translation>
    </message>
    <message>
        <source>Gold is as you labelled</source>
        <translation>Bản chuẩn giống như bạn gán</translation>
    </message>
    <message numerus="yes">
        <source>Gold differs at %n place(s)</source>
        <translation>
            <numerusform>Bản chuẩn khác ở %n chỗ</numerusform>
        </translation>
    </message>
    <message>
        <source>When a reviewer has decided, or gold came in a package, it is compared here.</source>
        <translation>Khi người duyệt đã quyết định, hoặc bản chuẩn đến trong một gói, nó được so sánh ở đây.</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) with gold.</source>
        <translation>
            <numerusform>%n bài có bản chuẩn.</numerusform>
        </translation>
    </message>
    <message>
        <source>Strict F1 with gold: %1.</source>
        <translation>F1 chặt so với bản chuẩn: %1.</translation>
    </message>
    <message>
        <source>By week: %1.</source>
        <translation>Theo tuần: %1.</translation>
    </message>
    <message>
        <source>Gold came without a decision on this place.</source>
        <translation>Bản chuẩn có sẵn mà không kèm quyết định ở chỗ này.</translation>
    </message>
    <message>
        <source>Taken by %1</source>
        <translation>%1 đã lấy</translation>
    </message>
    <message>
        <source>Taken otherwise by %1</source>
        <translation>%1 đã lấy theo cách khác</translation>
    </message>
    <message>
        <source>Rejected by %1</source>
        <translation>%1 đã bỏ</translation>
    </message>
    <message>
        <source>Put off by %1</source>
        <translation>%1 để sau</translation>
    </message>
    <message>
        <source>place %1 of %2</source>
        <translation>chỗ %1 trên %2</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>choose</source>
        <translation>chọn</translation>
    </message>
    <message>
        <source>next box</source>
        <translation>ô kế tiếp</translation>
    </message>
    <message>
        <source>back to the text</source>
        <translation>quay lại bài</translation>
    </message>
    <message>
        <source>keep</source>
        <translation>giữ</translation>
    </message>
    <message>
        <source>send</source>
        <translation>gửi</translation>
    </message>
    <message>
        <source>new line</source>
        <translation>xuống dòng</translation>
    </message>
    <message>
        <source>leave it</source>
        <translation>bỏ</translation>
    </message>
</context>
<context>
    <name>FigureSheet</name>
    <message>
        <source>Choose a row: its places in the texts come here.</source>
        <translation>Chọn một dòng: các chỗ của nó trong văn bản hiện ở đây.</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Đang đếm…</translation>
    </message>
</context>
<context>
    <name>FiguresDoing</name>
    <message>
        <source>Tables</source>
        <translation>Bảng</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>Lưu bảng</translation>
    </message>
    <message>
        <source>There is nothing to draw yet.</source>
        <translation>Chưa có gì để vẽ.</translation>
    </message>
    <message>
        <source>Drawings</source>
        <translation>Hình vẽ</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Ảnh</translation>
    </message>
    <message>
        <source>Save the plot</source>
        <translation>Lưu biểu đồ</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>Không ghi được %1: %2.</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Đã lưu thành %1</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) that a spreadsheet would take for a formula begin with an apostrophe.</source>
        <translation>
            <numerusform>%n ô mà bảng tính sẽ coi là công thức được đặt dấu nháy đơn ở đầu.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FiguresPage</name>
    <message numerus="yes">
        <source>%n place(s) evened out. One step: Ctrl+Z takes all of it back.</source>
        <translation>
            <numerusform>Đã làm đều %n chỗ. Một bước: Ctrl+Z hoàn tác tất cả.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left as they are: in documents that are done, in another layer, or changed since.</source>
        <translation>
            <numerusform>%n chỗ được giữ nguyên: trong bài đã xong, ở lớp khác, hoặc đã thay đổi từ lúc ấy.</numerusform>
        </translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Tiến độ</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>Strings</source>
        <translation>Cụm từ</translation>
    </message>
    <message>
        <source>Lengths and nesting</source>
        <translation>Độ dài và lồng nhau</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Công việc</translation>
    </message>
    <message>
        <source>Consistency</source>
        <translation>Nhất quán</translation>
    </message>
    <message>
        <source>Save the table…</source>
        <translation>Lưu bảng…</translation>
    </message>
    <message>
        <source>Save the plot…</source>
        <translation>Lưu biểu đồ…</translation>
    </message>
</context>
<context>
    <name>FileChoices</name>
    <message>
        <source>Spans in parts</source>
        <translation>Vùng gồm nhiều phần</translation>
    </message>
    <message>
        <source>Layer of spans</source>
        <translation>Lớp vùng</translation>
    </message>
    <message>
        <source>Column of the text</source>
        <translation>Cột chứa văn bản</translation>
    </message>
    <message>
        <source>choose…</source>
        <translation>hãy chọn…</translation>
    </message>
    <message numerus="yes">
        <source>So in all %n file(s)</source>
        <translation>
            <numerusform>Như vậy cho cả %n tệp</numerusform>
        </translation>
    </message>
    <message>
        <source>the usual one: named entities</source>
        <translation>lớp thường dùng: thực thể có tên</translation>
    </message>
    <message>
        <source>keep whole</source>
        <translation>giữ nguyên</translation>
    </message>
    <message>
        <source>from first to last word</source>
        <translation>từ chữ đầu đến chữ cuối</translation>
    </message>
    <message>
        <source>one span for each part</source>
        <translation>mỗi phần một vùng</translation>
    </message>
    <message>
        <source>leave the file out</source>
        <translation>bỏ tệp</translation>
    </message>
</context>
<context>
    <name>FileFact</name>
    <message>
        <source>Library</source>
        <translation>Thư viện</translation>
    </message>
    <message>
        <source>All corpora, spans and steps</source>
        <translation>Mọi bộ ngữ liệu, vùng và bước</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Bản sao lưu</translation>
    </message>
    <message>
        <source>Verified copies of libraries</source>
        <translation>Bản sao đã kiểm của các thư viện</translation>
    </message>
    <message>
        <source>Saved label sets</source>
        <translation>Bộ nhãn đã lưu</translation>
    </message>
    <message>
        <source>To begin other corpora with</source>
        <translation>Để bắt đầu bộ ngữ liệu khác</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>What this page shows; no work is in it</source>
        <translation>Những gì trang này cho thấy; không chứa công việc nào</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Nhật ký</translation>
    </message>
    <message>
        <source>What happened, without a word of any text</source>
        <translation>Những gì đã diễn ra, không có chữ nào của bài</translation>
    </message>
    <message>
        <source>Derived data</source>
        <translation>Dữ liệu dẫn xuất</translation>
    </message>
    <message>
        <source>May be deleted at any time</source>
        <translation>Xóa lúc nào cũng được</translation>
    </message>
    <message>
        <source>none is open</source>
        <translation>chưa mở thư viện nào</translation>
    </message>
    <message>
        <source>Copy the path: %1</source>
        <translation>Chép đường dẫn: %1</translation>
    </message>
    <message>
        <source>Open the folder: %1</source>
        <translation>Mở thư mục: %1</translation>
    </message>
    <message>
        <source>The path is on the clipboard.</source>
        <translation>Đường dẫn đã ở trong bộ nhớ tạm.</translation>
    </message>
    <message>
        <source>This folder is made when it is first needed.</source>
        <translation>Thư mục này được tạo khi cần đến lần đầu.</translation>
    </message>
    <message>
        <source>No program here shows folders; copy the path instead.</source>
        <translation>Máy này không có chương trình mở thư mục; hãy chép đường dẫn.</translation>
    </message>
</context>
<context>
    <name>FileView</name>
    <message>
        <source>This file stays out</source>
        <translation>Tệp này ở lại ngoài</translation>
    </message>
    <message>
        <source>You left this file out. Space takes it again.</source>
        <translation>Bạn đã để tệp này ra ngoài. Dấu cách lấy lại.</translation>
    </message>
    <message>
        <source>This text is already in the corpus</source>
        <translation>Bộ ngữ liệu đã có văn bản này</translation>
    </message>
    <message>
        <source>The same text as {name}</source>
        <translation>Cùng văn bản với {name}</translation>
    </message>
    <message>
        <source>The same text as “{title}”, which is in the corpus</source>
        <translation>Cùng văn bản với “{title}” đã có trong bộ ngữ liệu</translation>
    </message>
    <message>
        <source>Its spans join the text that is there.</source>
        <translation>Các vùng của nó được thêm vào văn bản đã có.</translation>
    </message>
    <message>
        <source>After import the text never changes, so spans always point at these exact words.</source>
        <translation>Sau khi nhập, văn bản không bao giờ đổi, nên vùng luôn trỏ đúng những từ này.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) look like website text and will be left out.</source>
        <translation>
            <numerusform>%n dòng trông như chữ của trang web và sẽ bị bỏ.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) look like website text.</source>
        <translation>
            <numerusform>%n dòng trông như chữ của trang web.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep them</source>
        <translation>
            <numerusform>Giữ lại</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave them out</source>
        <translation>
            <numerusform>Bỏ các dòng này</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave this file out</source>
        <translation>Bỏ tệp này</translation>
    </message>
    <message numerus="yes">
        <source>Read all %n such file(s) so</source>
        <translation>
            <numerusform>Đọc cả %n tệp như vậy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n vùng</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n nhãn</numerusform>
        </translation>
    </message>
    <message>
        <source>Marked by {names}</source>
        <translation>Người đánh dấu: {names}</translation>
    </message>
    <message>
        <source>Predictions, in a layer of their own: {names}</source>
        <translation>Dự đoán, ở lớp riêng: {names}</translation>
    </message>
    <message numerus="yes">
        <source>In all %n such file(s)</source>
        <translation>
            <numerusform>Cho cả %n tệp như vậy</numerusform>
        </translation>
    </message>
    <message>
        <source>Nearly the same text as {name}.</source>
        <translation>Gần giống văn bản của {name}.</translation>
    </message>
    <message>
        <source>Nearly the same text as “{title}”, which is in the corpus ({percent} % alike).</source>
        <translation>Gần giống “{title}” đã có trong bộ ngữ liệu (giống {percent} %).</translation>
    </message>
</context>
<context>
    <name>FilterChoices</name>
    <message>
        <source>%1 against %2</source>
        <translation>%1 với %2</translation>
    </message>
    <message>
        <source>All people</source>
        <translation>Mọi người</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>Mọi loại</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>Mọi nhãn</translation>
    </message>
    <message>
        <source>Class of difference</source>
        <translation>Loại chỗ khác nhau</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>Pair of people</source>
        <translation>Cặp người</translation>
    </message>
</context>
<context>
    <name>FilterLine</name>
    <message>
        <source>Search the titles</source>
        <translation>Tìm trong tiêu đề</translation>
    </message>
    <message>
        <source>Only to decide</source>
        <translation>Chỉ phần cần quyết</translation>
    </message>
    <message>
        <source>Show everything again</source>
        <translation>Hiện lại tất cả</translation>
    </message>
</context>
<context>
    <name>FilterRow</name>
    <message>
        <source>Undecided only</source>
        <translation>Chỉ chỗ chưa quyết</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>no hit</source>
        <translation>không có kết quả</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n kết quả</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>next hit</source>
        <translation>kết quả sau</translation>
    </message>
    <message>
        <source>hit before</source>
        <translation>kết quả trước</translation>
    </message>
    <message>
        <source>close</source>
        <translation>đóng</translation>
    </message>
    <message>
        <source>Find in this article</source>
        <translation>Tìm trong bài này</translation>
    </message>
    <message>
        <source>Hit before</source>
        <translation>Kết quả trước</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Kết quả sau</translation>
    </message>
    <message>
        <source>Find these words in the whole corpus</source>
        <translation>Tìm từ ngữ này trong cả bộ ngữ liệu</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>FindPage</name>
    <message>
        <source>Find in all documents of this corpus</source>
        <translation>Tìm trong mọi bài của bộ ngữ liệu này</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Tìm</translation>
    </message>
    <message>
        <source>As in the text</source>
        <translation>Như trong văn bản</translation>
    </message>
    <message>
        <source>By words before</source>
        <translation>Theo từ đứng trước</translation>
    </message>
    <message>
        <source>By words after</source>
        <translation>Theo từ đứng sau</translation>
    </message>
    <message>
        <source>Order of the hits</source>
        <translation>Thứ tự kết quả</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Narrow to</source>
        <translation>Thu hẹp</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message numerus="yes">
        <source>%n more of this kind</source>
        <translation>
            <numerusform>còn %n vấn đề cùng loại</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the document</source>
        <translation>Mở bài</translation>
    </message>
    <message>
        <source>A damaged file is read, never written into.</source>
        <translation>Tệp bị hỏng chỉ được đọc, không bao giờ bị ghi vào.</translation>
    </message>
    <message>
        <source>Cannot be put right safely: nothing here or in a backup proves what it was.</source>
        <translation>Không sửa được an toàn: không có gì ở đây hay trong bản sao lưu chứng minh được nó vốn thế nào.</translation>
    </message>
    <message>
        <source>Can be put right. %1</source>
        <translation>Sửa được. %1</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Indexes</source>
        <translation>Chỉ mục</translation>
    </message>
    <message>
        <source>References that lead nowhere</source>
        <translation>Tham chiếu không dẫn đến đâu</translation>
    </message>
    <message>
        <source>Left over</source>
        <translation>Còn sót lại</translation>
    </message>
    <message>
        <source>There twice</source>
        <translation>Có hai lần</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Văn bản</translation>
    </message>
    <message>
        <source>Spans outside their text</source>
        <translation>Vùng nằm ngoài văn bản</translation>
    </message>
    <message>
        <source>Spans that cover other words</source>
        <translation>Vùng phủ lên từ ngữ khác</translation>
    </message>
    <message>
        <source>Log of steps</source>
        <translation>Nhật ký các bước</translation>
    </message>
    <message>
        <source>Replay of the log</source>
        <translation>Chạy lại nhật ký</translation>
    </message>
    <message>
        <source>Decisions and comments</source>
        <translation>Quyết định và nhận xét</translation>
    </message>
    <message>
        <source>Brought by packages</source>
        <translation>Do các gói mang đến</translation>
    </message>
    <message>
        <source>What the library says of itself</source>
        <translation>Những gì thư viện ghi về chính mình</translation>
    </message>
    <message>
        <source>Whose and which a thing is</source>
        <translation>Của ai và là thứ nào</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Số đếm</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Tìm kiếm</translation>
    </message>
</context>
<context>
    <name>FixedList</name>
    <message>
        <source>The keys below belong to the caret, to lists, fields and sheets. They stay as they are.</source>
        <translation>Các phím dưới đây thuộc về con trỏ, danh sách, ô nhập và bảng. Không đổi được chúng.</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Folder</source>
        <translation>Thư mục</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Chọn thư mục…</translation>
    </message>
    <message>
        <source>Folder for the packages</source>
        <translation>Thư mục cho các gói</translation>
    </message>
</context>
<context>
    <name>Following</name>
    <message>
        <source>Press Ctrl Shift Z once more to redo: %1</source>
        <translation>Nhấn Ctrl Shift Z lần nữa để làm lại: %1</translation>
    </message>
    <message>
        <source>Press Ctrl Z once more to undo: %1</source>
        <translation>Nhấn Ctrl Z lần nữa để hoàn tác: %1</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>Không còn gì để làm lại.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Không có gì để hoàn tác.</translation>
    </message>
    <message>
        <source>Redone: %1</source>
        <translation>Đã làm lại: %1</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Đã hoàn tác: %1</translation>
    </message>
</context>
<context>
    <name>FormFields</name>
    <message>
        <source>Form</source>
        <translation>Dạng</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Định dạng</translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation>Kiểu thẻ</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Nested spans</source>
        <translation>Vùng lồng nhau</translation>
    </message>
    <message>
        <source>Within a token</source>
        <translation>Giữa đơn vị</translation>
    </message>
</context>
<context>
    <name>GapForm</name>
    <message>
        <source>Why do they differ?</source>
        <translation>Vì sao họ khác nhau?</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Nguyên nhân</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Reason, then Enter</source>
        <translation>Ghi lý do rồi bấm Enter</translation>
    </message>
</context>
<context>
    <name>GapWalk</name>
    <message>
        <source>From the beginning again.</source>
        <translation>Lại từ đầu bài.</translation>
    </message>
    <message>
        <source>From the end again.</source>
        <translation>Lại từ cuối bài.</translation>
    </message>
    <message numerus="yes">
        <source>No name without a label within %n character(s). The key again looks further.</source>
        <translation>
            <numerusform>Không có tên nào chưa gán nhãn trong %n ký tự. Bấm phím lần nữa để tìm xa hơn.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing that looks like a name is without a label.</source>
        <translation>Mọi chỗ trông giống tên đều đã được gán nhãn.</translation>
    </message>
</context>
<context>
    <name>HandOutPage</name>
    <message>
        <source>Round %1</source>
        <translation>Đợt %1</translation>
    </message>
    <message>
        <source>No document fits what is chosen above.</source>
        <translation>Không có bài nào khớp với lựa chọn ở trên.</translation>
    </message>
    <message>
        <source>Tick people, or write the names of new ones.</source>
        <translation>Hãy đánh dấu người nhận, hoặc viết tên người mới.</translation>
    </message>
    <message>
        <source>Give the round a name.</source>
        <translation>Hãy đặt tên cho đợt.</translation>
    </message>
    <message>
        <source>There is a round of that name already. Choose another name.</source>
        <translation>Đã có một đợt tên như vậy. Hãy chọn tên khác.</translation>
    </message>
    <message>
        <source>Choose a folder that is there.</source>
        <translation>Hãy chọn một thư mục có thật.</translation>
    </message>
    <message numerus="yes">
        <source>%n package(s) made.</source>
        <translation>
            <numerusform>Đã tạo %n gói.</numerusform>
        </translation>
    </message>
    <message>
        <source>Give each person theirs: {names}.</source>
        <translation>Hãy đưa cho từng người gói của họ: {names}.</translation>
    </message>
    <message>
        <source>Hand out work</source>
        <translation>Giao bài</translation>
    </message>
    <message>
        <source>Rounds before</source>
        <translation>Các đợt trước</translation>
    </message>
    <message>
        <source>Package {done} of {all} made…</source>
        <translation>Đã tạo {done} trong {all} gói…</translation>
    </message>
    <message numerus="yes">
        <source>Making %n package(s)…</source>
        <translation>
            <numerusform>Đang tạo %n gói…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %n package(s)</source>
        <translation>
            <numerusform>Tạo %n gói</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) for</source>
        <translation>
            <numerusform>%n bài cho</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n người</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them goes to several people, to be compared.</source>
        <translation>
            <numerusform>%n bài trong đó giao cho nhiều người để đối chiếu.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everybody works on other documents; nothing can be compared.</source>
        <translation>Mỗi người làm những bài khác nhau; không có gì để đối chiếu.</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Người</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Bài</translation>
    </message>
    <message>
        <source>To compare</source>
        <translation>Đối chiếu</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>Ký tự</translation>
    </message>
    <message>
        <source>Who gets how much</source>
        <translation>Ai nhận bao nhiêu</translation>
    </message>
    <message>
        <source>{name} {done} of {all}</source>
        <translation>{name} {done} trên {all}</translation>
    </message>
    <message>
        <source>{round}, {day}. Done: {people}.</source>
        <translation>{round}, {day}. Đã xong: {people}.</translation>
    </message>
</context>
<context>
    <name>HandTitles</name>
    <message>
        <source>For {name}</source>
        <translation>Phần của {name}</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… và %n bài nữa</numerusform>
        </translation>
    </message>
    <message>
        <source>{title} · to compare</source>
        <translation>{title} · để đối chiếu</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>change</source>
        <translation>thay đổi</translation>
    </message>
    <message>
        <source>undo only this</source>
        <translation>chỉ hoàn tác bước này</translation>
    </message>
    <message>
        <source>back to here</source>
        <translation>về đây</translation>
    </message>
    <message>
        <source>undo last</source>
        <translation>hoàn tác bước cuối</translation>
    </message>
    <message>
        <source>close</source>
        <translation>đóng</translation>
    </message>
    <message>
        <source>Not saved yet, so not in the list:</source>
        <translation>Chưa lưu, nên chưa có trong danh sách:</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Lịch sử</translation>
    </message>
    <message>
        <source>Close the history</source>
        <translation>Đóng lịch sử</translation>
    </message>
    <message>
        <source>Filter by words</source>
        <translation>Lọc theo từ ngữ</translation>
    </message>
    <message>
        <source>this document</source>
        <translation>bài này</translation>
    </message>
    <message>
        <source>whole corpus</source>
        <translation>cả bộ ngữ liệu</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Mọi người</translation>
    </message>
    <message>
        <source>Nothing in the history fits. Esc empties the filter.</source>
        <translation>Không có gì trong lịch sử khớp. Esc xóa bộ lọc.</translation>
    </message>
    <message>
        <source>Nothing was done here yet.</source>
        <translation>Ở đây chưa làm gì.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) kept.</source>
        <translation>
            <numerusform>Đã giữ %n thay đổi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is ever deleted from the history.</source>
        <translation>Lịch sử không bao giờ bị xóa.</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>Labelling by hand</source>
        <translation>Gán tay</translation>
    </message>
    <message>
        <source>Everywhere at once</source>
        <translation>Mọi nơi cùng lúc</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>Nhập</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Soát</translation>
    </message>
</context>
<context>
    <name>HitActs</name>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Đã dừng. Không có gì thay đổi.</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s) had a label already, or are in documents that are done.</source>
        <translation>
            <numerusform>%n kết quả đã có nhãn hoặc nằm trong bài đã xong.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s) had no span of yours with just these words to change.</source>
        <translation>
            <numerusform>%n kết quả không có vùng nào của bạn đúng từ ngữ này để đổi.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no hits to save.</source>
        <translation>Không có kết quả nào để lưu.</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Bảng</translation>
    </message>
    <message>
        <source>hits</source>
        <translation>ket-qua</translation>
    </message>
    <message>
        <source>Save the hits</source>
        <translation>Lưu kết quả</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s) saved as %1</source>
        <translation>
            <numerusform>Đã lưu %n kết quả thành %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) that a spreadsheet would take for a formula begin with an apostrophe.</source>
        <translation>
            <numerusform>%n ô mà bảng tính sẽ coi là công thức được đặt dấu nháy đơn ở đầu.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HitDesk</name>
    <message>
        <source>No corpus is open. Choose one with the button at the top left.</source>
        <translation>Chưa mở bộ ngữ liệu nào. Hãy chọn bằng nút ở góc trên bên trái.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Đang tìm…</translation>
    </message>
    <message>
        <source>Type words to see every place where they stand, with the spans there. Tick places with Space and press a label&apos;s key: one step labels them all. Without words, choose a label at the right to list its spans.</source>
        <translation>Gõ từ ngữ để xem mọi chỗ có chúng, cùng các vùng ở đó. Đánh dấu chỗ bằng phím cách rồi nhấn phím của nhãn: một bước gán tất cả. Không gõ gì thì chọn một nhãn bên phải để liệt kê các vùng của nó.</translation>
    </message>
    <message>
        <source>no hit</source>
        <translation>không có kết quả</translation>
    </message>
    <message>
        <source>Nothing like this is left when hits are narrowed so. Click a ticked choice to widen.</source>
        <translation>Khi thu hẹp như vậy thì không còn kết quả nào. Hãy bấm vào mục đã chọn để mở rộng lại.</translation>
    </message>
    <message>
        <source>Nothing like this stands in the corpus.</source>
        <translation>Trong bộ ngữ liệu không có gì như vậy.</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n bài</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s) in %1</source>
        <translation>
            <numerusform>%n kết quả trong %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them inside another span</source>
        <translation>
            <numerusform>%n chỗ nằm trong vùng khác</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) copied.</source>
        <translation>
            <numerusform>Đã chép %n dòng.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HitFoot</name>
    <message>
        <source>%1 of %2. Esc stops; nothing is changed then.</source>
        <translation>%1 / %2. Esc để dừng; khi đó không có gì thay đổi.</translation>
    </message>
    <message numerus="yes">
        <source>Label %n ticked as</source>
        <translation>
            <numerusform>Gán nhãn %n chỗ đã đánh dấu là</numerusform>
        </translation>
    </message>
    <message>
        <source>Relabel</source>
        <translation>Đổi nhãn</translation>
    </message>
    <message>
        <source>Remove spans</source>
        <translation>Bỏ vùng</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Lưu thành CSV…</translation>
    </message>
    <message>
        <source>Label to give</source>
        <translation>Nhãn sẽ gán</translation>
    </message>
</context>
<context>
    <name>HitModel</name>
    <message>
        <source>ticked</source>
        <translation>đã đánh dấu</translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation>chưa đánh dấu</translation>
    </message>
</context>
<context>
    <name>ImportDelegate</name>
    <message>
        <source>which column?</source>
        <translation>cột nào?</translation>
    </message>
    <message>
        <source>encoding guessed</source>
        <translation>đoán bảng mã</translation>
    </message>
    <message>
        <source>which letters?</source>
        <translation>chữ nào?</translation>
    </message>
    <message>
        <source>already in the corpus</source>
        <translation>đã có trong bộ ngữ liệu</translation>
    </message>
    <message>
        <source>same text as {name}</source>
        <translation>cùng văn bản với {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) known already</source>
        <translation>
            <numerusform>đã có %n văn bản</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) look like website text</source>
        <translation>
            <numerusform>%n dòng như chữ trang web</numerusform>
        </translation>
    </message>
    <message>
        <source>nearly the same as {name}</source>
        <translation>gần giống {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) in parts</source>
        <translation>
            <numerusform>%n vùng gồm nhiều phần</numerusform>
        </translation>
    </message>
    <message>
        <source>very short texts: the right column?</source>
        <translation>văn bản rất ngắn: có đúng cột không?</translation>
    </message>
    <message>
        <source>which layer?</source>
        <translation>lớp nào?</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n người</numerusform>
        </translation>
    </message>
    <message>
        <source>predictions</source>
        <translation>dự đoán</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>để ra ngoài</translation>
    </message>
    <message>
        <source>nothing new</source>
        <translation>không có gì mới</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n bài</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n vùng</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportFlow</name>
    <message>
        <source>Sample corpus</source>
        <translation>Bộ ngữ liệu mẫu</translation>
    </message>
    <message>
        <source>My corpus</source>
        <translation>Bộ ngữ liệu của tôi</translation>
    </message>
    <message>
        <source>“%1” needs a look first</source>
        <translation>Cần xem “%1” trước đã</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Xem</translation>
    </message>
    <message numerus="yes">
        <source>Import of %n file(s) waits</source>
        <translation>
            <numerusform>Còn %n tệp chờ nhập</numerusform>
        </translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message numerus="yes">
        <source> (%n more waiting)</source>
        <translation>
            <numerusform> (còn %n đang chờ)</numerusform>
        </translation>
    </message>
    <message>
        <source>Adding to the library…</source>
        <translation>Đang thêm vào thư viện…</translation>
    </message>
    <message>
        <source>Looking at the file… %1</source>
        <translation>Đang xem tệp… %1</translation>
    </message>
    <message>
        <source>Reading… %1</source>
        <translation>Đang đọc… %1</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Đến đó</translation>
    </message>
    <message numerus="yes">
        <source>%n known already</source>
        <translation>
            <numerusform>%n bài đã có</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) added</source>
        <translation>
            <numerusform>đã thêm %n vùng</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more file(s) refused.</source>
        <translation>
            <numerusform>Còn %n tệp nữa không nhận.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) added</source>
        <translation>
            <numerusform>đã thêm %n bài</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message numerus="yes">
        <source>Import %n file(s)</source>
        <translation>
            <numerusform>Nhập %n tệp</numerusform>
        </translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Nhập</translation>
    </message>
    <message>
        <source>into {corpus}</source>
        <translation>vào {corpus}</translation>
    </message>
    <message>
        <source>into a new corpus named</source>
        <translation>vào bộ ngữ liệu mới, tên là</translation>
    </message>
    <message>
        <source>Name of the new corpus</source>
        <translation>Tên bộ ngữ liệu mới</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>Need a look</source>
        <translation>Cần xem lại</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Để ra ngoài</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>No file needs a look.</source>
        <translation>Không có tệp nào cần xem lại.</translation>
    </message>
    <message>
        <source>No file is left out.</source>
        <translation>Không có tệp nào bị bỏ lại.</translation>
    </message>
    <message numerus="yes">
        <source>Adding %n document(s)…</source>
        <translation>
            <numerusform>Đang thêm %n bài…</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Đang đọc…</translation>
    </message>
    <message numerus="yes">
        <source>Add %n document(s)</source>
        <translation>
            <numerusform>Thêm %n bài</numerusform>
        </translation>
    </message>
    <message>
        <source>Add the spans that are new</source>
        <translation>Thêm các vùng mới</translation>
    </message>
    <message>
        <source>Nothing is written before a whole file is sound.</source>
        <translation>Cả tệp đúng thì mới ghi.</translation>
    </message>
    <message>
        <source>Ctrl Z takes it back. Space leaves a file out.</source>
        <translation>Ctrl Z lấy lại được. Dấu cách để một tệp ra ngoài.</translation>
    </message>
    <message>
        <source>Every text here is in the corpus already.</source>
        <translation>Mọi văn bản ở đây đều đã có trong bộ ngữ liệu.</translation>
    </message>
    <message>
        <source>Nothing here can be added. Each file says why.</source>
        <translation>Không thêm được gì ở đây. Từng tệp có nói lý do.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of another kind not read: {names}</source>
        <translation>
            <numerusform>%n tệp thuộc loại khác không được đọc: {names}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Marked by</source>
        <translation>Người gán nhãn</translation>
    </message>
    <message>
        <source>Contains</source>
        <translation>Chứa</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>Nằm trong</translation>
    </message>
    <message>
        <source>Crosses</source>
        <translation>Cắt</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Thêm ghi chú</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Chưa chắc</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Câu hỏi</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Đã đổi</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Lịch sử</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>No span selected. Tab goes to the next one.</source>
        <translation>Chưa chọn vùng nào. Tab sang vùng kế tiếp.</translation>
    </message>
    <message>
        <source>whoever made the file</source>
        <translation>người làm ra tệp</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>gán tay</translation>
    </message>
    <message>
        <source>everywhere at once</source>
        <translation>gán mọi nơi cùng lúc</translation>
    </message>
</context>
<context>
    <name>IntoFields</name>
    <message>
        <source>Where to</source>
        <translation>Đưa vào đâu</translation>
    </message>
    <message>
        <source>Corpus</source>
        <translation>Bộ ngữ liệu</translation>
    </message>
    <message>
        <source>the package&apos;s own</source>
        <translation>bộ ngữ liệu của gói</translation>
    </message>
    <message>
        <source>{corpus} (new)</source>
        <translation>{corpus} (mới)</translation>
    </message>
</context>
<context>
    <name>JoinStrip</name>
    <message>
        <source>Who is {name}?</source>
        <translation>{name} là ai?</translation>
    </message>
    <message>
        <source>One person</source>
        <translation>Là một người</translation>
    </message>
    <message>
        <source>Leave them apart</source>
        <translation>Để riêng</translation>
    </message>
    <message>
        <source>The work of {name} is shown as {main}&apos;s: one layer a document, equal spans once, one voice in review. Nothing is rewritten: parting them gives back what there was.</source>
        <translation>Phần việc của {name} được xem là của {main}: mỗi bài một lớp, vùng giống nhau chỉ tính một lần, một phiếu khi soát. Không có gì bị ghi lại: tách ra thì mọi thứ như cũ.</translation>
    </message>
</context>
<context>
    <name>JudgingPanel</name>
    <message>
        <source>Span %1 of %2 · %3</source>
        <translation>Vùng %1 trên %2 · %3</translation>
    </message>
    <message>
        <source>Not judged yet.</source>
        <translation>Chưa đánh giá.</translation>
    </message>
    <message>
        <source>Judged: %1, by %2. U takes it back.</source>
        <translation>Đã đánh giá: %1, bởi %2. Phím U rút lại.</translation>
    </message>
</context>
<context>
    <name>KeptAndLeft</name>
    <message>
        <source>In the file</source>
        <translation>Trong tệp</translation>
    </message>
    <message>
        <source>Nothing is left out.</source>
        <translation>Không để gì ra ngoài.</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more, see the sheet below</source>
        <translation>
            <numerusform>… và %n điều nữa, xem trang bên dưới</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Để ra ngoài</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n bài</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a span</source>
        <translation>
            <numerusform>%n bài không có vùng</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n vùng</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n nhãn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s), because of tags</source>
        <translation>
            <numerusform>%n bài, vì thẻ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s), because of label or flag</source>
        <translation>
            <numerusform>%n vùng, vì nhãn hoặc cờ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeptFilters</name>
    <message>
        <source>Keep the filter “%1”</source>
        <translation>Giữ bộ lọc “%1”</translation>
    </message>
    <message>
        <source>Rename a filter</source>
        <translation>Đổi tên bộ lọc</translation>
    </message>
    <message>
        <source>Keep no longer</source>
        <translation>Không giữ nữa</translation>
    </message>
    <message>
        <source>%1, to do</source>
        <translation>%1, cần làm</translation>
    </message>
    <message>
        <source>%1, done</source>
        <translation>%1, đã xong</translation>
    </message>
    <message>
        <source>Name of the filter</source>
        <translation>Tên bộ lọc</translation>
    </message>
</context>
<context>
    <name>KeptRecipes</name>
    <message>
        <source>Recipe %1 saved</source>
        <translation>Đã lưu công thức %1</translation>
    </message>
    <message>
        <source>Recipe %1 saved anew; Ctrl Z brings the old one back</source>
        <translation>Đã lưu đè công thức %1; Ctrl Z đưa bản cũ trở lại</translation>
    </message>
    <message>
        <source>Name of the recipe</source>
        <translation>Tên công thức</translation>
    </message>
    <message>
        <source>Save under another name…</source>
        <translation>Lưu với tên khác…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Đổi tên…</translation>
    </message>
    <message>
        <source>Remove, it can be undone</source>
        <translation>Bỏ đi, có thể hoàn tác</translation>
    </message>
    <message>
        <source>%1 (changed)</source>
        <translation>%1 (đã đổi)</translation>
    </message>
    <message>
        <source>None, choose below</source>
        <translation>Không có, chọn bên dưới</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Công thức</translation>
    </message>
    <message>
        <source>More about recipes</source>
        <translation>Thêm về công thức</translation>
    </message>
</context>
<context>
    <name>KeptStrip</name>
    <message>
        <source>Bring them in here</source>
        <translation>Đưa vào đây</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Để sau</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are kept that could not be saved in this library; in which of its files they were made is not known.</source>
        <translation>
            <numerusform>Còn giữ %n thay đổi chưa lưu được vào thư viện này; không biết chúng được làm trong tệp nào của thư viện.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are kept for another file of this library, %1, and are brought in when that one is opened.</source>
        <translation>
            <numerusform>Còn giữ %n thay đổi của một tệp khác của thư viện này, %1; khi mở tệp ấy, chúng sẽ được đưa vào.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are kept that could not be saved before this file was put in the place of the one they were made in. They are safe, and may fit here too.</source>
        <translation>
            <numerusform>Còn giữ %n thay đổi chưa lưu được, làm trước khi tệp này được đặt vào chỗ tệp cũ. Chúng vẫn an toàn và có thể đưa vào đây.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are kept that could not be saved in %1. That file is not there any more, or another one has its place; this is a file of the same library.</source>
        <translation>
            <numerusform>Còn giữ %n thay đổi chưa lưu được vào %1. Tệp ấy không còn ở đó nữa, hoặc đã bị tệp khác thế chỗ; tệp đang mở là một tệp của cùng thư viện.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>When the program ended, %n more change(s) were not saved and are not in this library; do them again: %1.</source>
        <translation>
            <numerusform>Khi chương trình kết thúc, còn %n thay đổi nữa chưa lưu được và không có trong thư viện này; hãy làm lại: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>A newer version of the program kept changes for this library in %1. They are left as they are; open the library with that version.</source>
        <translation>Một bản mới hơn của chương trình đã giữ các thay đổi của thư viện này trong %1. Chúng được để nguyên; hãy mở thư viện bằng bản ấy.</translation>
    </message>
    <message>
        <source>Something was kept for this library that is damaged and could not be brought in, or not all of it. Not a byte of it was changed; it lies in %1.</source>
        <translation>Có một tệp giữ thay đổi của thư viện này bị hỏng nên không đưa vào được, hoặc không đưa vào được hết. Không một byte nào của nó bị đổi; nó nằm ở %1.</translation>
    </message>
</context>
<context>
    <name>KeyEditor</name>
    <message>
        <source>%1 cannot be told from other keys; press another one.</source>
        <translation>Không phân biệt được %1 với phím khác; hãy bấm phím khác.</translation>
    </message>
    <message>
        <source>In the article %1 alone belongs to labels; hold Ctrl or Alt with it.</source>
        <translation>Trong bài, %1 bấm một mình thuộc về nhãn; hãy giữ thêm Ctrl hoặc Alt.</translation>
    </message>
    <message>
        <source>%1 moves the caret, copies or selects all; it stays with the article.</source>
        <translation>%1 dùng để dời con trỏ, chép hoặc chọn tất cả; phím này thuộc về bài.</translation>
    </message>
    <message>
        <source>In Review %1 alone takes a variant; press another key, or hold Ctrl or Alt with it.</source>
        <translation>Khi soát, riêng phím %1 để lấy phương án; hãy nhấn phím khác, hoặc giữ thêm Ctrl hay Alt.</translation>
    </message>
    <message>
        <source>%1 alone is needed for typing; hold Ctrl or Alt with it, or take F1 to F12.</source>
        <translation>%1 bấm một mình là để gõ chữ; hãy giữ thêm Ctrl hoặc Alt, hoặc dùng F1 đến F12.</translation>
    </message>
    <message>
        <source>in the whole window</source>
        <translation>trong cả cửa sổ</translation>
    </message>
    <message>
        <source>in the article</source>
        <translation>trong bài</translation>
    </message>
    <message>
        <source>in Review</source>
        <translation>khi soát</translation>
    </message>
    <message>
        <source>Take the key %1 away</source>
        <translation>Bỏ phím %1</translation>
    </message>
    <message>
        <source>%1 is its key already.</source>
        <translation>%1 đã là phím của lệnh này.</translation>
    </message>
    <message>
        <source>%1 is the key of “%2”, %3.</source>
        <translation>%1 đang là phím của “%2”, %3.</translation>
    </message>
    <message>
        <source>Most desktops keep %1 for themselves; it may never arrive here.</source>
        <translation>Đa số hệ thống giữ %1 cho riêng mình; phím này có thể không bao giờ đến đây.</translation>
    </message>
    <message>
        <source>Press a new key; Esc leaves</source>
        <translation>Bấm phím mới; Esc để thôi</translation>
    </message>
    <message>
        <source>New key for %1</source>
        <translation>Phím mới cho %1</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>Về lại %1</translation>
    </message>
    <message>
        <source>No key, as shipped</source>
        <translation>Không phím, như ban đầu</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>Lấy phím này</translation>
    </message>
    <message>
        <source>Leave it there</source>
        <translation>Để nguyên</translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>All keys are as shipped again.</source>
        <translation>Mọi phím đã như ban đầu.</translation>
    </message>
    <message>
        <source>%1 has its shipped keys again: %2.</source>
        <translation>%1 lại có phím ban đầu: %2.</translation>
    </message>
    <message>
        <source>%1 has no key again.</source>
        <translation>%1 lại không có phím.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Phím</translation>
    </message>
    <message>
        <source>Save the keys</source>
        <translation>Lưu các phím</translation>
    </message>
    <message>
        <source>Load keys</source>
        <translation>Nạp phím</translation>
    </message>
    <message numerus="yes">
        <source>%n changed action(s) written to %1.</source>
        <translation>
            <numerusform>Đã ghi %n lệnh có phím đã đổi vào %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) left out: they make no sense here.</source>
        <translation>
            <numerusform>Bỏ qua %n mục: không có nghĩa ở đây.</numerusform>
        </translation>
    </message>
    <message>
        <source>The keys of %1 are in force.</source>
        <translation>Các phím của %1 đang có hiệu lực.</translation>
    </message>
    <message>
        <source>Save the keys…</source>
        <translation>Lưu các phím…</translation>
    </message>
    <message>
        <source>Load keys…</source>
        <translation>Nạp phím…</translation>
    </message>
    <message>
        <source>Reset all keys</source>
        <translation>Đặt lại mọi phím</translation>
    </message>
</context>
<context>
    <name>KeyRow</name>
    <message>
        <source>changed</source>
        <translation>đã đổi</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>không có phím</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>All keys</source>
        <translation>Mọi phím</translation>
    </message>
    <message>
        <source>close</source>
        <translation>đóng</translation>
    </message>
</context>
<context>
    <name>LabelActs</name>
    <message>
        <source>Merge into…</source>
        <translation>Gộp vào…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Bỏ…</translation>
    </message>
    <message numerus="yes">
        <source>See and split %n span(s)</source>
        <translation>
            <numerusform>Xem và tách %n vùng</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelBar</name>
    <message>
        <source>Labels</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>More labels</source>
        <translation>Nhãn khác</translation>
    </message>
    <message>
        <source>Hold the label as a brush</source>
        <translation>Giữ nhãn làm cọ</translation>
    </message>
    <message>
        <source>{name} · key {key}</source>
        <translation>{name} · phím {key}</translation>
    </message>
</context>
<context>
    <name>LabelForm</name>
    <message>
        <source>Swap the keys, {key} for this one</source>
        <translation>Đổi phím, {key} cho nhãn này</translation>
    </message>
    <message>
        <source>A label needs a name. Write one, or press Esc for the old one.</source>
        <translation>Nhãn phải có tên. Hãy gõ tên, hoặc nhấn Esc để lấy lại tên cũ.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Màu</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Định nghĩa</translation>
    </message>
    <message>
        <source>Use when</source>
        <translation>Dùng khi</translation>
    </message>
    <message>
        <source>Avoid when</source>
        <translation>Không dùng khi</translation>
    </message>
    <message>
        <source>What is marked with this label, and what is not</source>
        <translation>Gán nhãn này cho gì, và không cho gì</translation>
    </message>
    <message>
        <source>Signs that it is this label</source>
        <translation>Dấu hiệu cho biết đúng là nhãn này</translation>
    </message>
    <message>
        <source>What looks like it and is not</source>
        <translation>Điều trông giống mà không phải</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Phím</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>Tên ngắn</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Tên ngắn</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>tự động</translation>
    </message>
    <message>
        <source>Stands where the name has no room; empty: its first letters</source>
        <translation>Dùng ở chỗ không đủ rộng cho tên; để trống: lấy các chữ đầu của tên</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Nhóm</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không có</translation>
    </message>
    <message>
        <source>Look through them</source>
        <translation>Xem lại</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) decided under an older definition</source>
        <translation>
            <numerusform>%n vùng được quyết định theo định nghĩa cũ</numerusform>
        </translation>
    </message>
    <message>
        <source>Not used yet</source>
        <translation>Chưa dùng</translation>
    </message>
    <message>
        <source>Used {times} in {documents}</source>
        <translation>Dùng {times} trong {documents}</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n lần</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n bài</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelList</name>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n nhãn</numerusform>
        </translation>
    </message>
    <message>
        <source>spans</source>
        <translation>vùng</translation>
    </message>
    <message>
        <source>Add a label</source>
        <translation>Thêm nhãn</translation>
    </message>
    <message>
        <source>Load a label set…</source>
        <translation>Nạp bộ nhãn…</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>Lưu thành tệp…</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>Alt ↑ and Alt ↓ change the order. Spans follow each change; Ctrl Z brings all back.</source>
        <translation>Alt ↑ và Alt ↓ đổi thứ tự. Vùng thay đổi theo nhãn; Ctrl Z lấy lại tất cả.</translation>
    </message>
    <message>
        <source>Version {version} of {date}, {person}</source>
        <translation>Phiên bản {version}, ngày {date}, {person}</translation>
    </message>
</context>
<context>
    <name>LabelModel</name>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n vùng</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelParts</name>
    <message>
        <source>Spans of each label by part</source>
        <translation>Số vùng của mỗi nhãn theo phần</translation>
    </message>
    <message>
        <source>documents without a span</source>
        <translation>bài không có vùng</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Nhãn</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n bài</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n vùng</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelPlace</name>
    <message>
        <source>“%1” cannot be read: the library&apos;s file is damaged where its text or its spans are. Nothing was changed. The check says whether a backup brings it back, and saves all that can be read.</source>
        <translation>Không đọc được “%1”: tệp thư viện bị hỏng ở chỗ chứa văn bản hoặc các vùng của bài. Chưa có gì bị thay đổi. Việc kiểm tra cho biết có bản sao lưu nào đưa bài trở lại được không, và lưu mọi thứ còn đọc được.</translation>
    </message>
    <message>
        <source>No document is open. Choose one at the left, or open files with Ctrl O.</source>
        <translation>Chưa mở bài nào. Chọn một bài ở bên trái, hoặc mở tệp bằng Ctrl O.</translation>
    </message>
</context>
<context>
    <name>LabelSetPage</name>
    <message>
        <source>new label</source>
        <translation>nhãn mới</translation>
    </message>
</context>
<context>
    <name>LabelSheet</name>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n vùng</numerusform>
        </translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>Vùng</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Phần</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Bài</translation>
    </message>
    <message>
        <source>Spans by label</source>
        <translation>Vùng theo nhãn</translation>
    </message>
    <message>
        <source>Nothing is labelled yet.</source>
        <translation>Chưa gán nhãn gì.</translation>
    </message>
    <message>
        <source>%1 a document that was begun, %2 in a thousand characters.</source>
        <translation>%1 mỗi bài đã bắt đầu, %2 trong một nghìn ký tự.</translation>
    </message>
    <message numerus="yes">
        <source>In %n document(s).</source>
        <translation>
            <numerusform>Trong %n bài.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabellingSession</name>
    <message>
        <source>This label is not in the label set any more.</source>
        <translation>Nhãn này không còn trong bộ nhãn.</translation>
    </message>
    <message>
        <source>There is nothing else to take here.</source>
        <translation>Ở đây không còn lựa chọn nào khác.</translation>
    </message>
    <message>
        <source>There is no word at the caret that could get this label.</source>
        <translation>Tại con trỏ không có từ nào để gán nhãn này.</translation>
    </message>
    <message>
        <source>There is no span in this document yet.</source>
        <translation>Bài này chưa có vùng nào.</translation>
    </message>
    <message>
        <source>No further span in this direction.</source>
        <translation>Hết vùng theo chiều này.</translation>
    </message>
    <message>
        <source>Only blanks and punctuation are selected; take exact characters to label them.</source>
        <translation>Chỉ có dấu cách và dấu câu được chọn; muốn gán nhãn chúng thì chọn đúng từng ký tự.</translation>
    </message>
    <message>
        <source>No span is selected: click one, or press Tab.</source>
        <translation>Chưa chọn vùng nào: bấm chuột vào một vùng, hoặc bấm Tab.</translation>
    </message>
    <message>
        <source>This edge cannot go further.</source>
        <translation>Biên này không đi thêm được nữa.</translation>
    </message>
    <message>
        <source>These words already have this label.</source>
        <translation>Những từ này đã có nhãn này.</translation>
    </message>
    <message>
        <source>The library is open for reading: nothing can be labelled here.</source>
        <translation>Thư viện đang mở để đọc: không gán nhãn được ở đây.</translation>
    </message>
    <message>
        <source>This layer is somebody else&apos;s, for reading. Ctrl+Shift+L lets you work in it.</source>
        <translation>Lớp này của người khác, chỉ để đọc. Ctrl+Shift+L để làm việc trong đó.</translation>
    </message>
    <message>
        <source>This layer is only for reading. Choose your own to label the document.</source>
        <translation>Lớp này chỉ để đọc. Hãy chọn lớp của bạn để gán nhãn cho bài.</translation>
    </message>
</context>
<context>
    <name>LayerButton</name>
    <message>
        <source>Whose layer is open</source>
        <translation>Lớp đang mở là của ai</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Bạn</translation>
    </message>
    <message>
        <source>for reading</source>
        <translation>để đọc</translation>
    </message>
</context>
<context>
    <name>LeftOut</name>
    <message>
        <source>Copy the list</source>
        <translation>Chép danh sách</translation>
    </message>
    <message>
        <source>Spans left out</source>
        <translation>Vùng để ra ngoài</translation>
    </message>
    <message>
        <source>The file holds everything that was chosen.</source>
        <translation>Tệp giữ mọi thứ đã chọn.</translation>
    </message>
    <message>
        <source>The first {shown} of {all}; the others are listed once the file is written.</source>
        <translation>{shown} vùng đầu trong {all}; các vùng còn lại được liệt kê khi tệp đã ghi.</translation>
    </message>
</context>
<context>
    <name>LengthSheet</name>
    <message>
        <source>No spans yet</source>
        <translation>Chưa có vùng nào</translation>
    </message>
    <message>
        <source>Label something: how long spans are stands here then.</source>
        <translation>Hãy gán nhãn: độ dài của vùng sẽ hiện ở đây.</translation>
    </message>
    <message numerus="yes">
        <source>Half of the spans have at most %n syllable(s)</source>
        <translation>
            <numerusform>Một nửa số vùng dài nhiều nhất %n âm tiết</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 characters on average, the longest %2; %3 syllables on average.</source>
        <translation>Trung bình %1 ký tự, dài nhất %2; trung bình %3 âm tiết.</translation>
    </message>
    <message>
        <source>Syllables</source>
        <translation>Âm tiết</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>Vùng</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Phần</translation>
    </message>
    <message>
        <source>Lengths in syllables</source>
        <translation>Độ dài theo âm tiết</translation>
    </message>
    <message>
        <source>Spans by characters, from … on</source>
        <translation>Vùng theo số ký tự, từ …</translation>
    </message>
    <message>
        <source>crosses another one</source>
        <translation>cắt ngang vùng khác</translation>
    </message>
    <message>
        <source>Nesting</source>
        <translation>Lồng nhau</translation>
    </message>
    <message numerus="yes">
        <source>in %n other(s)</source>
        <translation>
            <numerusform>trong %n vùng khác</numerusform>
        </translation>
    </message>
    <message>
        <source>in no other</source>
        <translation>không nằm trong vùng nào</translation>
    </message>
    <message>
        <source>%1 syllables</source>
        <translation>%1 âm tiết</translation>
    </message>
    <message>
        <source>%1 to %2 characters</source>
        <translation>%1 đến %2 ký tự</translation>
    </message>
</context>
<context>
    <name>Likeness</name>
    <message>
        <source>No other open difference is like this one</source>
        <translation>Không còn chỗ nào chưa quyết giống chỗ này</translation>
    </message>
    <message>
        <source>Which one for all of them?</source>
        <translation>Mọi chỗ sẽ lấy phương án nào?</translation>
    </message>
    <message numerus="yes">
        <source>%n more like this in the corpus</source>
        <translation>
            <numerusform>Còn %n chỗ như vậy</numerusform>
        </translation>
    </message>
    <message>
        <source>decide alike</source>
        <translation>quyết như nhau</translation>
    </message>
    <message>
        <source>None of the variants goes into gold:</source>
        <translation>Không phương án nào vào bản chuẩn:</translation>
    </message>
    <message>
        <source>“%1” is %2 in gold:</source>
        <translation>“%1” là %2 trong bản chuẩn:</translation>
    </message>
    <message numerus="yes">
        <source>%n decided alike. One step: Ctrl+Z takes all of it back.</source>
        <translation>
            <numerusform>Đã quyết %n chỗ như nhau. Một bước: Ctrl+Z rút lại tất cả.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left as they are: they changed meanwhile.</source>
        <translation>
            <numerusform>Để nguyên %n chỗ: chúng đã thay đổi trong lúc đó.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LossModel</name>
    <message>
        <source>Document</source>
        <translation>Bài</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Chỗ</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Vì sao</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Chữ</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Articles</source>
        <translation>Bài viết</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Mọi tệp</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>Mở tệp</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>Mở thư mục</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Thư viện</translation>
    </message>
    <message>
        <source>New library</source>
        <translation>Thư viện mới</translation>
    </message>
    <message>
        <source>Open another library</source>
        <translation>Mở thư viện khác</translation>
    </message>
    <message>
        <source>Open a backup</source>
        <translation>Mở một bản sao lưu</translation>
    </message>
    <message>
        <source>Save a copy elsewhere</source>
        <translation>Lưu một bản sao ở chỗ khác</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>Making</name>
    <message>
        <source>Back up now</source>
        <translation>Sao lưu ngay</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>Thư mục khác…</translation>
    </message>
    <message>
        <source>Usual folder</source>
        <translation>Thư mục thường dùng</translation>
    </message>
    <message>
        <source>This folder is not there now, so no backup is made. Connect its disk or choose another.</source>
        <translation>Hiện không có thư mục này nên không tạo được bản sao lưu. Hãy nối ổ đĩa hoặc chọn thư mục khác.</translation>
    </message>
</context>
<context>
    <name>MatrixHead</name>
    <message>
        <source>Document</source>
        <translation>Bài</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>Cần quyết</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>Bản chuẩn</translation>
    </message>
    <message>
        <source>Same spans (strict F1)</source>
        <translation>Vùng giống nhau (F1 chặt)</translation>
    </message>
    <message>
        <source>Same spans, not filtered</source>
        <translation>Vùng giống nhau, không lọc</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
</context>
<context>
    <name>MatrixModel</name>
    <message>
        <source>not begun</source>
        <translation>chưa bắt đầu</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>đang làm</translation>
    </message>
    <message>
        <source>done</source>
        <translation>đã xong</translation>
    </message>
    <message>
        <source>waits for somebody&apos;s spans</source>
        <translation>còn chờ vùng của người gán nhãn</translation>
    </message>
    <message>
        <source>strict F1 %1</source>
        <translation>F1 chặt %1</translation>
    </message>
    <message numerus="yes">
        <source>%n to decide</source>
        <translation>
            <numerusform>%n chỗ cần quyết</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left open</source>
        <translation>
            <numerusform>%n chỗ bỏ ngỏ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MatrixRows</name>
    <message>
        <source>waits</source>
        <translation>đang chờ</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>trên %1</translation>
    </message>
    <message>
        <source>%1 left open</source>
        <translation>bỏ ngỏ %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không còn</translation>
    </message>
</context>
<context>
    <name>MergeFacts</name>
    <message>
        <source>Made by {name}, {day}</source>
        <translation>{name} tạo, {day}</translation>
    </message>
    <message>
        <source>This package was made here by {name}, {day}</source>
        <translation>Gói này do {name} tạo ngay tại đây, {day}</translation>
    </message>
    <message>
        <source>Work for {name}</source>
        <translation>Bài giao cho {name}</translation>
    </message>
    <message>
        <source>Work of {name}</source>
        <translation>Bài làm của {name}</translation>
    </message>
    <message>
        <source>Gold for {name}</source>
        <translation>Bản chuẩn cho {name}</translation>
    </message>
    <message>
        <source>Gold and decisions</source>
        <translation>Bản chuẩn và quyết định</translation>
    </message>
    <message>
        <source>Work to be done</source>
        <translation>Bài cần làm</translation>
    </message>
    <message numerus="yes">
        <source>new document(s)</source>
        <translation>
            <numerusform>bài mới</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>document(s) that are here already</source>
        <translation>
            <numerusform>bài đã có ở đây</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of them known by their text</source>
        <translation>
            <numerusform>trong đó nhận ra nhờ văn bản</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>layer(s)</source>
        <translation>
            <numerusform>lớp</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>new change(s)</source>
        <translation>
            <numerusform>thay đổi mới</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>change(s) that are here already</source>
        <translation>
            <numerusform>thay đổi đã có ở đây</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>span(s) come</source>
        <translation>
            <numerusform>vùng được thêm</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>span(s) change</source>
        <translation>
            <numerusform>vùng được sửa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>span(s) go</source>
        <translation>
            <numerusform>vùng bị bỏ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>thing(s) changed apart</source>
        <translation>
            <numerusform>chỗ được sửa ở hai nơi</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergePage</name>
    <message>
        <source>Restored. It holds from now on, here and wherever it is taken in.</source>
        <translation>Đã khôi phục. Từ nay bản này được giữ, ở đây và ở mọi nơi nhận nó.</translation>
    </message>
    <message>
        <source>Take in a package</source>
        <translation>Nhận một gói</translation>
    </message>
    <message>
        <source>This work is for {name}. What you mark from then on is theirs.</source>
        <translation>Bài này giao cho {name}. Những gì bạn gán từ đó trở đi là của người ấy.</translation>
    </message>
    <message>
        <source>Names of other people stay hidden.</source>
        <translation>Tên những người khác được ẩn.</translation>
    </message>
    <message>
        <source>Work as {name}</source>
        <translation>Làm với tên {name}</translation>
    </message>
    <message>
        <source>Taking it in…</source>
        <translation>Đang nhận…</translation>
    </message>
    <message>
        <source>Taking in {done} of {all}…</source>
        <translation>Đang nhận {done} trong {all}…</translation>
    </message>
    <message>
        <source>Go to the corpus</source>
        <translation>Đến bộ ngữ liệu</translation>
    </message>
    <message>
        <source>Looking at it…</source>
        <translation>Đang xem…</translation>
    </message>
    <message>
        <source>Take it in</source>
        <translation>Nhận vào</translation>
    </message>
    <message numerus="yes">
        <source>Take in %n change(s)</source>
        <translation>
            <numerusform>Nhận %n thay đổi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take in %n document(s)</source>
        <translation>
            <numerusform>Nhận %n bài</numerusform>
        </translation>
    </message>
    <message>
        <source>It is taken in. What does not hold can be restored here, piece by piece.</source>
        <translation>Đã nhận xong. Những gì không được giữ có thể khôi phục ở đây, từng chỗ một.</translation>
    </message>
    <message>
        <source>Nothing was changed. Ask who made it which text is right.</source>
        <translation>Chưa có gì thay đổi. Hãy hỏi người tạo gói xem văn bản nào đúng.</translation>
    </message>
    <message>
        <source>All of it is here already; taking it in would change nothing.</source>
        <translation>Tất cả đã có ở đây; nhận vào cũng không thay đổi gì.</translation>
    </message>
    <message>
        <source>One step: Ctrl Z takes all of it back.</source>
        <translation>Một bước: Ctrl Z hoàn lại tất cả.</translation>
    </message>
    <message>
        <source>Taken in: work for {name}: {what}.</source>
        <translation>Đã nhận bài giao cho {name}: {what}.</translation>
    </message>
    <message>
        <source>Taken in: {name}&apos;s work: {what}.</source>
        <translation>Đã nhận bài làm của {name}: {what}.</translation>
    </message>
    <message>
        <source>Taken in: gold for {name}: {what}.</source>
        <translation>Đã nhận bản chuẩn cho {name}: {what}.</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n bài</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n vùng</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new change(s)</source>
        <translation>
            <numerusform>%n thay đổi mới</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken in: {what}.</source>
        <translation>Đã nhận: {what}.</translation>
    </message>
</context>
<context>
    <name>MergeStrip</name>
    <message>
        <source>Into which label does {label} go?</source>
        <translation>Gộp nhãn {label} vào nhãn nào?</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Giữ cả hai</translation>
    </message>
    <message>
        <source>One step: Ctrl Z brings label and spans back.</source>
        <translation>Một bước: Ctrl Z lấy lại nhãn và vùng.</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Gộp</translation>
    </message>
    <message>
        <source>No span carries it.</source>
        <translation>Không có vùng nào mang nhãn này.</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n vùng</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n bài</numerusform>
        </translation>
    </message>
    <message>
        <source>{spans} in {documents} take the label {label}.</source>
        <translation>{spans} trong {documents} nhận nhãn {label}.</translation>
    </message>
    <message numerus="yes">
        <source>{spans} in {documents} take the label {label}, %n of them by another annotator.</source>
        <translation>
            <numerusform>{spans} trong {documents} nhận nhãn {label}, trong đó %n của người gán nhãn khác.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them stand(s) on words that carry it already: there two become one.</source>
        <translation>
            <numerusform>%n trong số đó nằm trên từ đã mang nhãn ấy: hai vùng thành một.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeView</name>
    <message>
        <source>In the way</source>
        <translation>Vướng mắc</translation>
    </message>
    <message>
        <source>Changed apart</source>
        <translation>Được sửa ở hai nơi</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… và %n chỗ nữa</numerusform>
        </translation>
    </message>
    <message>
        <source>New labels</source>
        <translation>Nhãn mới</translation>
    </message>
    <message>
        <source>New people</source>
        <translation>Người mới</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>Nên biết</translation>
    </message>
    <message>
        <source>Nothing in it needs a look.</source>
        <translation>Không có gì cần xem lại.</translation>
    </message>
    <message>
        <source>New documents</source>
        <translation>Bài mới</translation>
    </message>
    <message>
        <source>Documents with changes</source>
        <translation>Bài có thay đổi</translation>
    </message>
    <message>
        <source>Documents without changes</source>
        <translation>Bài không thay đổi</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n thay đổi</numerusform>
        </translation>
    </message>
    <message>
        <source>“{title}” is here with another text; the package cannot be taken in.</source>
        <translation>“{title}” ở đây có văn bản khác; không thể nhận gói.</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more line(s)</source>
        <translation>
            <numerusform>… và %n dòng nữa</numerusform>
        </translation>
    </message>
    <message>
        <source>Holds: {words}</source>
        <translation>Đang giữ: {words}</translation>
    </message>
    <message>
        <source>Does not hold: {words}</source>
        <translation>Không được giữ: {words}</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Khôi phục</translation>
    </message>
</context>
<context>
    <name>MissingTable</name>
    <message>
        <source>Documents, for spans that are missing</source>
        <translation>Các bài, để tìm vùng còn thiếu</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Bài</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>Số vùng</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Thiếu</translation>
    </message>
    <message>
        <source>not looked at</source>
        <translation>chưa xem</translation>
    </message>
</context>
<context>
    <name>MoreFields</name>
    <message>
        <source>All labels</source>
        <translation>Mọi nhãn</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>Accepted at</source>
        <translation>Nhận khi</translation>
    </message>
    <message>
        <source>Refused at</source>
        <translation>Không nhận khi</translation>
    </message>
    <message>
        <source>Seed of the draw</source>
        <translation>Số gieo</translation>
    </message>
    <message>
        <source> % errors</source>
        <translation> % lỗi</translation>
    </message>
</context>
<context>
    <name>NameCard</name>
    <message>
        <source>Keep</source>
        <translation>Giữ</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Để nguyên</translation>
    </message>
</context>
<context>
    <name>Narrowing</name>
    <message>
        <source>Label</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Thẻ</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Người gán nhãn</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>không có nhãn</translation>
    </message>
    <message>
        <source>Words in the text</source>
        <translation>Từ trong văn bản</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Mới</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>Đang làm</translation>
    </message>
    <message>
        <source>With an unsure span</source>
        <translation>Có vùng chưa chắc</translation>
    </message>
    <message>
        <source>With a question</source>
        <translation>Có câu hỏi</translation>
    </message>
    <message>
        <source>With notes</source>
        <translation>Có ghi chú</translation>
    </message>
</context>
<context>
    <name>NewFields</name>
    <message>
        <source>%1 restored %2</source>
        <translation>%1 khôi phục %2</translation>
    </message>
    <message>
        <source>New file</source>
        <translation>Tệp mới</translation>
    </message>
    <message>
        <source>Choose where it goes…</source>
        <translation>Chọn nơi đặt…</translation>
    </message>
    <message>
        <source>In the folder %1</source>
        <translation>Trong thư mục %1</translation>
    </message>
    <message>
        <source>A file of that name is there already, so this one has a number.</source>
        <translation>Đã có tệp cùng tên nên tệp này mang thêm số.</translation>
    </message>
    <message>
        <source>This file is there already and stays as it is. Name another one.</source>
        <translation>Tệp này đã có và được giữ nguyên. Hãy đặt tên khác.</translation>
    </message>
    <message>
        <source>The new library</source>
        <translation>Thư viện mới</translation>
    </message>
</context>
<context>
    <name>NoneYet</name>
    <message>
        <source>There is no backup yet</source>
        <translation>Chưa có bản sao lưu nào</translation>
    </message>
    <message>
        <source>A backup is a copy of the whole library that was read back and compared: texts, spans, labels, history. Once there is one, you see here what differs from it, and bring back single documents or all of it.</source>
        <translation>Bản sao lưu là một bản của cả thư viện đã được đọc lại và so sánh: văn bản, vùng, nhãn, lịch sử. Khi đã có, bạn xem ở đây thư viện khác bản ấy ở chỗ nào, rồi đưa về từng bài hoặc tất cả.</translation>
    </message>
    <message>
        <source>One is made by itself when the library is opened or closed and something changed, before an import, before a package is taken in, and before the bin is emptied.</source>
        <translation>Bản sao lưu tự được tạo khi mở hoặc đóng thư viện mà có gì thay đổi, trước khi nhập, trước khi nhận gói và trước khi dọn thùng rác.</translation>
    </message>
    <message>
        <source>They are kept away from the library, in this folder:</source>
        <translation>Các bản sao lưu nằm tách khỏi thư viện, trong thư mục này:</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Sao lưu ngay</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>Thư mục khác…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>Offering</name>
    <message numerus="yes">
        <source>You decided %n times alike. A rule? %1</source>
        <translation>
            <numerusform>Bạn đã quyết %n lần như nhau. Thành quy tắc? %1</numerusform>
        </translation>
    </message>
    <message>
        <source>show what it settles</source>
        <translation>xem những chỗ nó quyết</translation>
    </message>
    <message>
        <source>Nothing is left that it would settle: %1</source>
        <translation>Không còn chỗ nào để nó quyết: %1</translation>
    </message>
    <message numerus="yes">
        <source>The rule settled %n. One step: Ctrl+Z takes all of it back.</source>
        <translation>
            <numerusform>Quy tắc đã quyết %n chỗ. Một bước: Ctrl+Z rút lại tất cả.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is not offered again.</source>
        <translation>Sẽ không đề nghị lại.</translation>
    </message>
</context>
<context>
    <name>OpeningPage</name>
    <message>
        <source>Opening the library…</source>
        <translation>Đang mở thư viện…</translation>
    </message>
</context>
<context>
    <name>OverviewFoot</name>
    <message>
        <source>strict F1 %1 (%2 to %3), boundaries alone %4</source>
        <translation>F1 chặt %1 (%2 đến %3), riêng biên %4</translation>
    </message>
    <message>
        <source>strict F1 %1, boundaries alone %4</source>
        <translation>F1 chặt %1, riêng biên %4</translation>
    </message>
    <message>
        <source>Not filtered: %1</source>
        <translation>Không lọc: %1</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>Mọi bài</translation>
    </message>
    <message>
        <source>Documents that wait for nobody (%1 of %2)</source>
        <translation>Những bài không còn chờ ai (%1 trên %2)</translation>
    </message>
    <message>
        <source>person is done</source>
        <translation>đã xong</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>đang làm</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>chưa bắt đầu</translation>
    </message>
    <message>
        <source>– not given to this person</source>
        <translation>– không giao cho người này</translation>
    </message>
</context>
<context>
    <name>OverviewHead</name>
    <message>
        <source>Start with the hardest</source>
        <translation>Bắt đầu từ bài khó nhất</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>open</source>
        <translation>mở</translation>
    </message>
    <message>
        <source>document</source>
        <translation>bài</translation>
    </message>
    <message>
        <source>sort</source>
        <translation>sắp xếp</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>lọc</translation>
    </message>
    <message>
        <source>%1 to decide</source>
        <translation>%1 chỗ cần quyết</translation>
    </message>
    <message>
        <source>waits for somebody&apos;s spans</source>
        <translation>còn chờ vùng của người gán nhãn</translation>
    </message>
    <message>
        <source>No document is like that. Esc shows all of them again.</source>
        <translation>Không bài nào như vậy. Esc hiện lại tất cả.</translation>
    </message>
    <message>
        <source>Documents by people</source>
        <translation>Bài theo người</translation>
    </message>
</context>
<context>
    <name>OverviewSheet</name>
    <message numerus="yes">
        <source>%1 of %n document(s) done</source>
        <translation>
            <numerusform>%1 / %n bài đã xong</numerusform>
        </translation>
    </message>
    <message>
        <source>done</source>
        <translation>xong</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>đang làm</translation>
    </message>
    <message>
        <source>new</source>
        <translation>mới</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Bài</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Phần</translation>
    </message>
    <message>
        <source>Documents by status</source>
        <translation>Bài theo trạng thái</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Người gán nhãn</translation>
    </message>
    <message>
        <source>Done / begun or looked at</source>
        <translation>Xong / đã bắt đầu hoặc đã xem</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>Vùng</translation>
    </message>
    <message>
        <source>Spans a document</source>
        <translation>Vùng mỗi bài</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Mọi người</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Soát</translation>
    </message>
    <message>
        <source>can be compared</source>
        <translation>bài so sánh được</translation>
    </message>
    <message>
        <source>of these, with finished gold</source>
        <translation>trong đó đã xong bản chuẩn</translation>
    </message>
    <message>
        <source>decisions: taken</source>
        <translation>quyết định: đã lấy</translation>
    </message>
    <message>
        <source>taken otherwise</source>
        <translation>lấy theo cách khác</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>không lấy</translation>
    </message>
    <message>
        <source>put off</source>
        <translation>để sau</translation>
    </message>
    <message>
        <source>spans in gold</source>
        <translation>vùng trong bản chuẩn</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n vùng</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n ký tự</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
            <numerusform>%n lớp</numerusform>
        </translation>
    </message>
    <message>
        <source>Documents of this status.</source>
        <translation>Các bài ở trạng thái này.</translation>
    </message>
    <message>
        <source>Spans in this person&apos;s layers.</source>
        <translation>Các vùng trong lớp của người này.</translation>
    </message>
</context>
<context>
    <name>OverviewWords</name>
    <message>
        <source>Comparing…</source>
        <translation>Đang so sánh…</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) to decide</source>
        <translation>
            <numerusform>%n chỗ cần quyết</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is decided</source>
        <translation>Đã quyết xong tất cả</translation>
    </message>
    <message>
        <source>Nothing can be decided yet</source>
        <translation>Chưa có gì để quyết</translation>
    </message>
    <message>
        <source>Nothing is left to decide</source>
        <translation>Không còn gì phải quyết</translation>
    </message>
    <message>
        <source>%1 of %2 documents are still to be compared.</source>
        <translation>Còn %1 trên %2 bài chưa so sánh.</translation>
    </message>
    <message>
        <source>of %1, as filtered.</source>
        <translation>trong số %1, theo bộ lọc.</translation>
    </message>
    <message>
        <source>in %1 of %2 documents.</source>
        <translation>trong %1 trên %2 bài.</translation>
    </message>
    <message numerus="yes">
        <source>%n already settled.</source>
        <translation>
            <numerusform>Đã quyết %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left open in finished documents.</source>
        <translation>
            <numerusform>%n chỗ bỏ ngỏ trong các bài đã xong.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) wait(s) for somebody&apos;s spans.</source>
        <translation>
            <numerusform>%n bài còn chờ vùng của người gán nhãn.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Gold of %n document(s) is finished.</source>
        <translation>
            <numerusform>Bản chuẩn của %n bài đã xong.</numerusform>
        </translation>
    </message>
    <message>
        <source>%3 %1 of %2</source>
        <translation>%3 %1 trên %2</translation>
    </message>
    <message>
        <source>Handed out, %1. Done so far: %2</source>
        <translation>Đã giao, %1. Xong đến nay: %2</translation>
    </message>
    <message numerus="yes">
        <source>Close the %n without differences</source>
        <translation>
            <numerusform>Đóng %n bài không có chỗ khác nhau</numerusform>
        </translation>
    </message>
    <message>
        <source>Closing what has no differences… %1</source>
        <translation>Đang đóng các bài không có chỗ khác nhau… %1</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) closed. One step: Ctrl+Z takes all of it back.</source>
        <translation>
            <numerusform>Đã đóng %n bài. Là một bước: Ctrl+Z hoàn tác tất cả.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PackagePage</name>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
</context>
<context>
    <name>PackagesDoing</name>
    <message>
        <source>Packages</source>
        <translation>Gói</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Mọi tệp</translation>
    </message>
    <message>
        <source>Take in a package</source>
        <translation>Nhận một gói</translation>
    </message>
</context>
<context>
    <name>Past</name>
    <message>
        <source>Restored. Ctrl+Z takes that back.</source>
        <translation>Đã khôi phục. Ctrl+Z để hoàn tác.</translation>
    </message>
    <message>
        <source>Nobody has ruled on this yet.</source>
        <translation>Chưa ai quyết định chỗ này.</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Đã rút quyết định</translation>
    </message>
</context>
<context>
    <name>PastBeside</name>
    <message numerus="yes">
        <source>%n thing(s) brought back.</source>
        <translation>
            <numerusform>Đã khôi phục %n mục.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is as it was then already.</source>
        <translation>Mọi thứ đã đúng như lúc ấy.</translation>
    </message>
    <message>
        <source>Nothing was brought back.</source>
        <translation>Không có gì được khôi phục.</translation>
    </message>
</context>
<context>
    <name>PastList</name>
    <message>
        <source>in force</source>
        <translation>đang có hiệu lực</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Khôi phục</translation>
    </message>
</context>
<context>
    <name>Paused</name>
    <message>
        <source>Since a backup was restored (%1) none is removed: you may take another.</source>
        <translation>Đã khôi phục một bản sao lưu (%1). Từ lúc ấy chưa xóa bản sao lưu nào, để bạn còn chọn lại.</translation>
    </message>
    <message>
        <source>Thin out again</source>
        <translation>Dọn bớt bản cũ như thường lệ</translation>
    </message>
</context>
<context>
    <name>PeopleDelegate</name>
    <message>
        <source>New name</source>
        <translation>Tên mới</translation>
    </message>
</context>
<context>
    <name>PeopleFields</name>
    <message>
        <source>To whom</source>
        <translation>Cho ai</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Người</translation>
    </message>
    <message>
        <source>New people</source>
        <translation>Người mới</translation>
    </message>
    <message>
        <source>Nobody known yet</source>
        <translation>Chưa có ai</translation>
    </message>
    <message>
        <source>Tick who is to get work</source>
        <translation>Chọn người nhận bài</translation>
    </message>
    <message>
        <source>names, with commas between</source>
        <translation>các tên, cách nhau bằng dấu phẩy</translation>
    </message>
</context>
<context>
    <name>PeopleModel</name>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n bài</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n vùng</numerusform>
        </translation>
    </message>
    <message>
        <source>at the desk</source>
        <translation>đang ngồi làm</translation>
    </message>
    <message>
        <source>also {names}</source>
        <translation>cũng là {names}</translation>
    </message>
    <message>
        <source>person</source>
        <translation>người</translation>
    </message>
    <message>
        <source>came with a file</source>
        <translation>đến từ tệp</translation>
    </message>
    <message>
        <source>machine</source>
        <translation>máy</translation>
    </message>
    <message>
        <source>what review made</source>
        <translation>kết quả soát</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>at the desk</source>
        <translation>ngồi vào</translation>
    </message>
    <message>
        <source>rename</source>
        <translation>đổi tên</translation>
    </message>
    <message>
        <source>new person</source>
        <translation>thêm người</translation>
    </message>
    <message>
        <source>{name} is at the desk now: what you label from here on is theirs.</source>
        <translation>{name} đang ngồi làm: từ giờ nhãn bạn gán là của người này.</translation>
    </message>
    <message>
        <source>{name} is at the desk: new labels go into {name}&apos;s layer, and the history says so.</source>
        <translation>{name} đang ngồi làm: nhãn mới vào lớp của {name}, và lịch sử ghi như vậy.</translation>
    </message>
    <message>
        <source>Who labels here?</source>
        <translation>Ai gán nhãn ở đây?</translation>
    </message>
    <message>
        <source>Name of a new person</source>
        <translation>Tên người mới</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>At the desk</source>
        <translation>Ngồi vào làm</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Đổi tên</translation>
    </message>
    <message>
        <source>Is the same person as…</source>
        <translation>Cùng một người với…</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Tách ra</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Người gán nhãn</translation>
    </message>
</context>
<context>
    <name>Picker</name>
    <message>
        <source>Labels for the selected words</source>
        <translation>Nhãn cho những từ đã chọn</translation>
    </message>
    <message>
        <source>not a span</source>
        <translation>không gán</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>chính xác</translation>
    </message>
</context>
<context>
    <name>PinCard</name>
    <message>
        <source>Pin into the codebook</source>
        <translation>Ghim vào sổ nhãn</translation>
    </message>
    <message>
        <source>is, for the label</source>
        <translation>là, cho nhãn</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>An example</source>
        <translation>Ví dụ</translation>
    </message>
    <message>
        <source>A counter-example</source>
        <translation>Phản ví dụ</translation>
    </message>
</context>
<context>
    <name>PlaceDelegate</name>
    <message>
        <source>done</source>
        <translation>xong</translation>
    </message>
</context>
<context>
    <name>PlaceFields</name>
    <message>
        <source>Name where it is to go.</source>
        <translation>Hãy ghi nơi xuất ra.</translation>
    </message>
    <message>
        <source>It is there already: tick “%1”, or name another place.</source>
        <translation>Nơi này đã có sẵn: hãy đánh dấu “%1”, hoặc ghi nơi khác.</translation>
    </message>
    <message>
        <source>The folder that it goes into is missing: tick “%1”, or name another place.</source>
        <translation>Chưa có thư mục chứa nó: hãy đánh dấu “%1”, hoặc ghi nơi khác.</translation>
    </message>
    <message>
        <source>No document fits what is chosen above.</source>
        <translation>Không bài nào hợp với lựa chọn ở trên.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Thư mục</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Choose a place…</source>
        <translation>Chọn nơi lưu…</translation>
    </message>
    <message>
        <source>Replace the files that are there</source>
        <translation>Thay các tệp đã có</translation>
    </message>
    <message>
        <source>Replace the file that is there</source>
        <translation>Thay tệp đã có</translation>
    </message>
    <message>
        <source>Make the folder, it is missing</source>
        <translation>Tạo thư mục này vì chưa có</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Xuất ra</translation>
    </message>
</context>
<context>
    <name>PresetSheet</name>
    <message>
        <source>Load a label set</source>
        <translation>Nạp bộ nhãn</translation>
    </message>
    <message>
        <source>Label set</source>
        <translation>Bộ nhãn</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Từ tệp…</translation>
    </message>
    <message>
        <source>Back to the label</source>
        <translation>Về lại nhãn</translation>
    </message>
    <message>
        <source>One step: Ctrl Z takes all of it back. Spans stay as they are.</source>
        <translation>Một bước: Ctrl Z lấy lại tất cả. Các vùng giữ nguyên.</translation>
    </message>
    <message>
        <source>Nothing to load</source>
        <translation>Không có gì để nạp</translation>
    </message>
    <message numerus="yes">
        <source>Add %n label(s)</source>
        <translation>
            <numerusform>Thêm %n nhãn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %n label(s)</source>
        <translation>
            <numerusform>Sửa %n nhãn</numerusform>
        </translation>
    </message>
    <message>
        <source>Add {added}, change {changed}</source>
        <translation>Thêm {added}, sửa {changed}</translation>
    </message>
    <message>
        <source>is just so already</source>
        <translation>đã đúng như vậy</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>màu</translation>
    </message>
    <message>
        <source>key</source>
        <translation>phím</translation>
    </message>
    <message>
        <source>short name</source>
        <translation>tên ngắn</translation>
    </message>
    <message>
        <source>definition</source>
        <translation>định nghĩa</translation>
    </message>
    <message>
        <source>group</source>
        <translation>nhóm</translation>
    </message>
    <message>
        <source>use when</source>
        <translation>dùng khi</translation>
    </message>
    <message>
        <source>avoid when</source>
        <translation>không dùng khi</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>ví dụ</translation>
    </message>
    <message>
        <source>is added</source>
        <translation>được thêm</translation>
    </message>
    <message>
        <source>changes: {fields}</source>
        <translation>thay đổi: {fields}</translation>
    </message>
    <message>
        <source>without its key {key}, which another label has</source>
        <translation>không có phím {key}, vì nhãn khác đang dùng</translation>
    </message>
    <message>
        <source>Label sets</source>
        <translation>Bộ nhãn</translation>
    </message>
</context>
<context>
    <name>PreviewView</name>
    <message>
        <source>In the file</source>
        <translation>Trong tệp</translation>
    </message>
    <message>
        <source>It is not text; it holds these spans: from, to, label, words.</source>
        <translation>Tệp không phải văn bản; nó giữ các vùng này: từ, đến, nhãn, lời.</translation>
    </message>
    <message numerus="yes">
        <source>%n dashed: not in the file</source>
        <translation>
            <numerusform>%n nét đứt: không có trong tệp</numerusform>
        </translation>
    </message>
    <message>
        <source>In the library</source>
        <translation>Trong thư viện</translation>
    </message>
    <message>
        <source>Next document</source>
        <translation>Bài sau</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
</context>
<context>
    <name>ProgressFoot</name>
    <message>
        <source>{done} of {total} done</source>
        <translation>xong {done} trên {total}</translation>
    </message>
    <message>
        <source>{shown} of {total} fit</source>
        <translation>{shown} trên {total} khớp</translation>
    </message>
    <message>
        <source>done, next</source>
        <translation>xong, bài sau</translation>
    </message>
</context>
<context>
    <name>ProofView</name>
    <message>
        <source>Show in its folder</source>
        <translation>Mở thư mục chứa tệp</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>Chép đường dẫn</translation>
    </message>
    <message>
        <source>{recovered} of {spans} spans recovered</source>
        <translation>Đọc lại được {recovered} trên {spans} vùng</translation>
    </message>
    <message>
        <source>The file was read back and compared with the library, span by span and word by word.</source>
        <translation>Tệp đã được đọc lại và so với thư viện, từng vùng, từng từ.</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n bài</numerusform>
        </translation>
    </message>
    <message>
        <source>Reckoning…</source>
        <translation>Đang tính…</translation>
    </message>
    <message>
        <source>What would be in the file is found out.</source>
        <translation>Đang xem tệp sẽ chứa những gì.</translation>
    </message>
    <message>
        <source>Copy as a command</source>
        <translation>Chép thành câu lệnh</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Xem trước</translation>
    </message>
    <message>
        <source>Labels by part</source>
        <translation>Nhãn theo phần</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Để ra ngoài</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>{kept} of {spans} spans will be in the file</source>
        <translation>{kept} trên {spans} vùng sẽ có trong tệp</translation>
    </message>
    <message>
        <source>Nothing is written yet. What is written is read back and compared, span by span.</source>
        <translation>Chưa ghi gì. Những gì ghi ra sẽ được đọc lại và so sánh từng vùng một.</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) of the choice are not in it; why is said below.</source>
        <translation>
            <numerusform>%n vùng được chọn không có trong đó; lý do ở bên dưới.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the file back did not find every span. Do not use it.</source>
        <translation>Đọc lại tệp không tìm thấy đủ các vùng. Đừng dùng tệp này.</translation>
    </message>
    <message>
        <source>Files that were changed since the last export were left: %1</source>
        <translation>Các tệp đã bị sửa từ lần xuất trước được giữ nguyên: %1</translation>
    </message>
</context>
<context>
    <name>QuestionStrip</name>
    <message>
        <source>Label that takes the spans</source>
        <translation>Nhãn nhận các vùng</translation>
    </message>
    <message>
        <source>Choose a label</source>
        <translation>Chọn nhãn</translation>
    </message>
</context>
<context>
    <name>QuietStrip</name>
    <message>
        <source>all here</source>
        <translation>tất cả ở đây</translation>
    </message>
    <message>
        <source>show the list</source>
        <translation>xem danh sách</translation>
    </message>
</context>
<context>
    <name>ReadingStrip</name>
    <message>
        <source>Open for writing</source>
        <translation>Mở để ghi</translation>
    </message>
    <message>
        <source>Check the library…</source>
        <translation>Kiểm tra thư viện…</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>Bản sao lưu…</translation>
    </message>
    <message>
        <source>Open for reading: another window of the program writes in this library, so nothing can be changed here. What is saved there is shown here, and this line says when it has ended.</source>
        <translation>Đang mở để đọc: một cửa sổ khác của chương trình đang ghi vào thư viện này, nên ở đây không thay đổi được gì. Những gì lưu ở đó sẽ hiện ra ở đây, và dòng này báo khi nơi đó kết thúc.</translation>
    </message>
    <message>
        <source>Open for reading. Nobody else writes in this library any more.</source>
        <translation>Đang mở để đọc. Không còn ai khác ghi vào thư viện này nữa.</translation>
    </message>
    <message>
        <source>This is a backup, open for reading: it stays as it is. File, Open another library… leads back.</source>
        <translation>Đây là một bản sao lưu, đang mở để đọc: nó giữ nguyên như cũ. Tệp, Mở thư viện khác… đưa bạn trở lại.</translation>
    </message>
    <message>
        <source>Open for reading: the file or its folder may not be written, so nothing can be changed here.</source>
        <translation>Đang mở để đọc: không được phép ghi vào tệp hoặc thư mục của nó, nên ở đây không thay đổi được gì.</translation>
    </message>
    <message>
        <source>This library is damaged, so nothing more is written into it. What can still be read is shown. The check says what is lost and saves the rest; a backup can take its place.</source>
        <translation>Thư viện này bị hỏng nên không ghi thêm gì vào nữa. Những gì còn đọc được vẫn xem được. Việc kiểm tra cho biết mất gì và lưu phần còn lại; một bản sao lưu có thể thay vào chỗ nó.</translation>
    </message>
    <message>
        <source>This library is sound again. Until it is opened again it is only read.</source>
        <translation>Thư viện này đã nguyên vẹn trở lại. Cho đến khi mở lại, thư viện chỉ được đọc.</translation>
    </message>
</context>
<context>
    <name>Readings</name>
    <message>
        <source>How should these letters read?</source>
        <translation>Những chữ này phải đọc thế nào?</translation>
    </message>
</context>
<context>
    <name>RecipeForm</name>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>Đang làm</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Mới</translation>
    </message>
    <message>
        <source>JSONL (own, keeps everything)</source>
        <translation>JSONL (riêng, giữ mọi thứ)</translation>
    </message>
    <message>
        <source>CoNLL (one token a line)</source>
        <translation>CoNLL (mỗi dòng một đơn vị)</translation>
    </message>
    <message>
        <source>Vietnamese syllables</source>
        <translation>Âm tiết tiếng Việt</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>Ký tự</translation>
    </message>
    <message>
        <source>Keep the outermost</source>
        <translation>Giữ vùng ngoài cùng</translation>
    </message>
    <message>
        <source>Keep the innermost</source>
        <translation>Giữ vùng trong cùng</translation>
    </message>
    <message>
        <source>Keep all, a column for each level</source>
        <translation>Giữ tất cả, mỗi tầng một cột</translation>
    </message>
    <message>
        <source>A column for each label</source>
        <translation>Mỗi nhãn một cột</translation>
    </message>
    <message>
        <source>Refuse when there are any</source>
        <translation>Có vùng lồng nhau thì không ghi</translation>
    </message>
    <message>
        <source>Spans inside another one are left out and listed.</source>
        <translation>Vùng nằm trong vùng khác được để ra ngoài và liệt kê.</translation>
    </message>
    <message>
        <source>Spans that hold another one are left out and listed.</source>
        <translation>Vùng chứa vùng khác được để ra ngoài và liệt kê.</translation>
    </message>
    <message>
        <source>The outermost come first; a span inside another stands one column on.</source>
        <translation>Vùng ngoài cùng đứng trước; vùng nằm trong vùng khác đứng ở cột kế tiếp.</translation>
    </message>
    <message>
        <source>Of spans of one label that overlap, one is kept and the others are listed.</source>
        <translation>Các vùng cùng nhãn chồng nhau chỉ giữ một; những vùng kia được liệt kê.</translation>
    </message>
    <message>
        <source>Nothing is written when spans are nested or cross.</source>
        <translation>Không ghi gì khi có vùng lồng hoặc cắt nhau.</translation>
    </message>
    <message>
        <source>doccano (JSON lines)</source>
        <translation>doccano (mỗi dòng một JSON)</translation>
    </message>
    <message>
        <source>Prodigy (JSON lines)</source>
        <translation>Prodigy (mỗi dòng một JSON)</translation>
    </message>
    <message>
        <source>spaCy (DocBin)</source>
        <translation>spaCy (DocBin)</translation>
    </message>
    <message>
        <source>Hugging Face datasets</source>
        <translation>Bộ dữ liệu Hugging Face</translation>
    </message>
    <message>
        <source>brat (standoff)</source>
        <translation>brat (standoff)</translation>
    </message>
    <message>
        <source>WebAnno TSV 3</source>
        <translation>WebAnno TSV 3</translation>
    </message>
    <message>
        <source>Label Studio (JSON)</source>
        <translation>Label Studio (JSON)</translation>
    </message>
    <message>
        <source>Table of spans (CSV)</source>
        <translation>Bảng các vùng (CSV)</translation>
    </message>
    <message>
        <source>UIMA CAS (XMI)</source>
        <translation>UIMA CAS (XMI)</translation>
    </message>
    <message>
        <source>UIMA CAS (JSON)</source>
        <translation>UIMA CAS (JSON)</translation>
    </message>
    <message>
        <source>Vietnamese words</source>
        <translation>Từ tiếng Việt</translation>
    </message>
    <message>
        <source>Leave the span out</source>
        <translation>Để vùng ra ngoài</translation>
    </message>
    <message>
        <source>Widen it to whole tokens</source>
        <translation>Nới ra trọn đơn vị</translation>
    </message>
    <message>
        <source>Narrow it to whole tokens</source>
        <translation>Thu vào trọn đơn vị</translation>
    </message>
    <message>
        <source>By their names</source>
        <translation>Bằng tên</translation>
    </message>
    <message>
        <source>As A1, A2, …</source>
        <translation>Là A1, A2, …</translation>
    </message>
    <message>
        <source>the same text, or nearly</source>
        <translation>văn bản giống hoặc gần giống</translation>
    </message>
    <message>
        <source>one source</source>
        <translation>cùng nguồn</translation>
    </message>
    <message>
        <source>one date</source>
        <translation>cùng ngày</translation>
    </message>
    <message>
        <source>question</source>
        <translation>cần hỏi</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>chưa chắc</translation>
    </message>
    <message>
        <source>train</source>
        <translation>train</translation>
    </message>
    <message>
        <source>dev</source>
        <translation>dev</translation>
    </message>
    <message>
        <source>test</source>
        <translation>test</translation>
    </message>
</context>
<context>
    <name>RefusedPage</name>
    <message>
        <source>This library could not be opened</source>
        <translation>Không mở được thư viện này</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Mở thư viện</translation>
    </message>
    <message>
        <source>Open for reading</source>
        <translation>Mở để đọc</translation>
    </message>
    <message>
        <source>Save what can be read…</source>
        <translation>Lưu những gì đọc được…</translation>
    </message>
    <message>
        <source>Open the backup of %1</source>
        <translation>Mở bản sao lưu lúc %1</translation>
    </message>
    <message>
        <source>Put the backup of %1 in its place</source>
        <translation>Đặt bản sao lưu lúc %1 vào chỗ này</translation>
    </message>
    <message>
        <source>Begin an empty library</source>
        <translation>Bắt đầu thư viện trống</translation>
    </message>
    <message>
        <source>Another backup…</source>
        <translation>Bản sao lưu khác…</translation>
    </message>
    <message>
        <source>Choose a backup…</source>
        <translation>Chọn bản sao lưu…</translation>
    </message>
    <message>
        <source>Open another library…</source>
        <translation>Mở thư viện khác…</translation>
    </message>
    <message>
        <source>This library is not there any more</source>
        <translation>Thư viện này không còn ở đó nữa</translation>
    </message>
    <message>
        <source>This library is free now</source>
        <translation>Thư viện này đã mở được</translation>
    </message>
    <message>
        <source>You have this library open already</source>
        <translation>Bạn đang mở thư viện này rồi</translation>
    </message>
    <message>
        <source>Somebody else is writing in this library</source>
        <translation>Có người khác đang ghi vào thư viện này</translation>
    </message>
    <message>
        <source>%1 is writing in this library</source>
        <translation>%1 đang ghi vào thư viện này</translation>
    </message>
    <message>
        <source>The file of this library is damaged. It was not changed.</source>
        <translation>Tệp của thư viện này bị hỏng. Nó không bị thay đổi gì.</translation>
    </message>
    <message>
        <source>A sound backup of it can take its place; the damaged file is kept beside it.</source>
        <translation>Một bản sao lưu nguyên vẹn có thể thay vào chỗ nó; tệp hỏng vẫn được giữ bên cạnh.</translation>
    </message>
    <message>
        <source>No backup of this very file is known, only of another file of the same library. What is in this file alone is not in it: save first what can be read.</source>
        <translation>Không biết bản sao lưu nào của chính tệp này, chỉ có của một tệp khác của cùng thư viện. Những gì chỉ có trong tệp này thì không có trong đó: hãy lưu những gì đọc được trước.</translation>
    </message>
    <message>
        <source>No backup was found that is surely of this library. Choose one if you know it.</source>
        <translation>Không tìm thấy bản sao lưu nào chắc chắn là của thư viện này. Nếu bạn biết bản nào, hãy chọn nó.</translation>
    </message>
    <message>
        <source>Backup of %1: %2.</source>
        <translation>Bản sao lưu lúc %1: %2.</translation>
    </message>
    <message>
        <source>It was made of another file of this library.</source>
        <translation>Nó được tạo từ một tệp khác của thư viện này.</translation>
    </message>
    <message>
        <source>This file was last written at %1: what was done after the backup is not in it.</source>
        <translation>Tệp này được ghi lần cuối lúc %1: những gì làm sau bản sao lưu thì không có trong bản ấy.</translation>
    </message>
    <message>
        <source>It has ended. Everything that was saved there is in the library.</source>
        <translation>Chương trình đó đã kết thúc. Mọi thứ đã lưu ở đó đều có trong thư viện.</translation>
    </message>
    <message>
        <source>It is open in “%1” on the computer %2.</source>
        <translation>Nó đang mở trong “%1” trên máy %2.</translation>
    </message>
    <message>
        <source>Nothing was changed. You can read everything that is saved there; to write, close it there and wait: this page says when the library is free.</source>
        <translation>Không có gì bị thay đổi. Bạn đọc được mọi thứ đã lưu ở đó; muốn ghi thì đóng ở bên đó rồi đợi: trang này sẽ báo khi thư viện rảnh.</translation>
    </message>
    <message>
        <source>It began at %1, just now.</source>
        <translation>Bắt đầu lúc %1, vừa xong.</translation>
    </message>
    <message numerus="yes">
        <source>It began at %1, %n minute(s) ago.</source>
        <translation>
            <numerusform>Bắt đầu lúc %1, %n phút trước.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It began at %1, %n hour(s) ago.</source>
        <translation>
            <numerusform>Bắt đầu lúc %1, %n giờ trước.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It began at %1, %n day(s) ago.</source>
        <translation>
            <numerusform>Bắt đầu lúc %1, %n ngày trước.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RefusedStrip</name>
    <message>
        <source>Copied</source>
        <translation>Đã chép</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) that could not be saved before are not in the library: it does not accept them any more. They stay kept here until you let them go.</source>
        <translation>
            <numerusform>%n thay đổi trước đây chưa lưu được thì nay không có trong thư viện: thư viện không còn nhận chúng nữa. Chúng vẫn được giữ ở đây cho đến khi bạn bỏ đi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide them</source>
        <translation>Ẩn đi</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Xem</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Chép dưới dạng chữ</translation>
    </message>
    <message>
        <source>Let them go</source>
        <translation>Bỏ đi</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>và %n thay đổi nữa</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemoveStrip</name>
    <message numerus="yes">
        <source>Where do the %n span(s) of {label} go?</source>
        <translation>
            <numerusform>%n vùng của {label} chuyển đi đâu?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n span(s)</source>
        <translation>
            <numerusform>Chuyển %n vùng</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove them too</source>
        <translation>Bỏ luôn các vùng</translation>
    </message>
    <message>
        <source>Keep the label</source>
        <translation>Giữ lại nhãn</translation>
    </message>
    <message>
        <source>One step: Ctrl Z brings label and spans back.</source>
        <translation>Một bước: Ctrl Z lấy lại cả nhãn lẫn vùng.</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Looking at the library…</source>
        <translation>Đang xem thư viện…</translation>
    </message>
    <message>
        <source>The report is on the clipboard.</source>
        <translation>Báo cáo đã nằm trong bảng nhớ tạm.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Báo cáo</translation>
    </message>
    <message>
        <source>This is all that the file will hold: versions, settings, counts and the log, without a word of any document. Read it and take out what you like. Nothing is sent; you hand it on yourself.</source>
        <translation>Đây là tất cả những gì sẽ có trong tệp: phiên bản, cài đặt, số liệu và nhật ký, không có chữ nào của bài. Hãy đọc và bỏ đi những gì bạn muốn. Không có gì được gửi; bạn tự chuyển đi.</translation>
    </message>
    <message>
        <source>Text of the report</source>
        <translation>Nội dung báo cáo</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Lưu…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Sao chép</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>ReportingDoing</name>
    <message>
        <source>Save the report</source>
        <translation>Lưu báo cáo</translation>
    </message>
    <message>
        <source>%1 could not be written (%2). The report is still here; choose another place.</source>
        <translation>Không ghi được %1 (%2). Báo cáo vẫn còn ở đây; hãy chọn chỗ khác.</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Đã lưu thành %1.</translation>
    </message>
</context>
<context>
    <name>ReviewDoing</name>
    <message>
        <source>all keys</source>
        <translation>mọi phím</translation>
    </message>
</context>
<context>
    <name>ReviewFrame</name>
    <message>
        <source>More</source>
        <translation>Khác</translation>
    </message>
    <message>
        <source>Ctrl+Tab goes to the next page, Ctrl+Shift+Tab back.</source>
        <translation>Ctrl+Tab sang trang sau, Ctrl+Shift+Tab về trang trước.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Lọc</translation>
    </message>
    <message>
        <source>Filtered</source>
        <translation>Đang lọc</translation>
    </message>
    <message>
        <source>Names shown</source>
        <translation>Tên đang hiện</translation>
    </message>
    <message>
        <source>Names hidden</source>
        <translation>Tên đang ẩn</translation>
    </message>
</context>
<context>
    <name>ReviewTabs</name>
    <message>
        <source>Overview</source>
        <translation>Tổng quan</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>So sánh</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Đồng thuận</translation>
    </message>
    <message>
        <source>Strings</source>
        <translation>Chuỗi</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Mẫu</translation>
    </message>
    <message>
        <source>My feedback</source>
        <translation>Phản hồi cho tôi</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Quy tắc</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Người gán nhãn</translation>
    </message>
</context>
<context>
    <name>ReviewWaiting</name>
    <message numerus="yes">
        <source>left out: %n document(s) that wait for somebody</source>
        <translation>
            <numerusform>bỏ qua %n bài còn chờ người gán nhãn</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoundField</name>
    <message>
        <source>Round</source>
        <translation>Đợt</translation>
    </message>
</context>
<context>
    <name>RowActs</name>
    <message>
        <source>Mark as</source>
        <translation>Đánh dấu là</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Mới</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>Đang làm</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) in the bin now. Ctrl+Z takes that back.</source>
        <translation>
            <numerusform>%n bài đã vào thùng rác. Ctrl+Z để lấy lại.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RulesPage</name>
    <message>
        <source>settle, or show</source>
        <translation>giải quyết, hoặc xem</translation>
    </message>
    <message>
        <source>turn down, forget</source>
        <translation>từ chối, bỏ</translation>
    </message>
    <message numerus="yes">
        <source>The rule settled %n difference(s). Ctrl+Z takes all of it back.</source>
        <translation>
            <numerusform>Quy tắc đã giải quyết %n chỗ khác nhau. Ctrl+Z hoàn tác tất cả.</numerusform>
        </translation>
    </message>
    <message>
        <source>Forget the rule</source>
        <translation>Bỏ quy tắc</translation>
    </message>
    <message>
        <source>Turn it down</source>
        <translation>Từ chối</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>đang dùng</translation>
    </message>
    <message>
        <source>offered</source>
        <translation>gợi ý</translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) say so</source>
        <translation>
            <numerusform>%n quyết định theo vậy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) against it</source>
        <translation>
            <numerusform>%n quyết định trái lại</numerusform>
        </translation>
    </message>
    <message>
        <source>none of it</source>
        <translation>không lấy gì</translation>
    </message>
    <message>
        <source>{words} → {taken}</source>
        <translation>{words} → {taken}</translation>
    </message>
    <message>
        <source>decided otherwise by hand</source>
        <translation>được quyết khác bằng tay</translation>
    </message>
    <message>
        <source>“{words}”: against the rule</source>
        <translation>“{words}”: trái với quy tắc</translation>
    </message>
    <message>
        <source>Look below at what a rule would settle; nothing is decided without you.</source>
        <translation>Bên dưới là những gì quy tắc sẽ giải quyết; không có gì được quyết mà không qua bạn.</translation>
    </message>
    <message numerus="yes">
        <source>%n open difference(s) that it settles</source>
        <translation>
            <numerusform>Giải quyết được %n chỗ khác nhau còn mở</numerusform>
        </translation>
    </message>
    <message>
        <source>None yet. After three equal decisions by hand on the same sort of difference a rule is offered here.</source>
        <translation>Chưa có. Sau ba quyết định giống nhau bằng tay trên cùng một loại chỗ khác nhau, một quy tắc được gợi ý ở đây.</translation>
    </message>
    <message>
        <source>Which rules hold?</source>
        <translation>Những quy tắc nào đang dùng?</translation>
    </message>
    <message>
        <source>Settle them</source>
        <translation>Giải quyết</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Quy tắc</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Các chỗ khác nhau</translation>
    </message>
</context>
<context>
    <name>Said</name>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Leave all as it is</source>
        <translation>Giữ nguyên tất cả</translation>
    </message>
</context>
<context>
    <name>SameWords</name>
    <message>
        <source>close</source>
        <translation>đóng</translation>
    </message>
    <message>
        <source>The same words</source>
        <translation>Cùng từ ngữ</translation>
    </message>
    <message>
        <source>New label</source>
        <translation>Nhãn mới</translation>
    </message>
    <message>
        <source>New label…</source>
        <translation>Nhãn mới…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>tick</source>
        <translation>đánh dấu</translation>
    </message>
    <message>
        <source>group</source>
        <translation>nhóm</translation>
    </message>
    <message>
        <source>all or none</source>
        <translation>tất cả hoặc không</translation>
    </message>
</context>
<context>
    <name>SampleForm</name>
    <message>
        <source>Whose work</source>
        <translation>Công việc của ai</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>Số vùng</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Số bài</translation>
    </message>
    <message>
        <source>Draw a sample</source>
        <translation>Rút mẫu</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Thêm</translation>
    </message>
</context>
<context>
    <name>SampleTurner</name>
    <message>
        <source>Document {place} of {total}</source>
        <translation>Bài {place} trên {total}</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Trước</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Sau</translation>
    </message>
</context>
<context>
    <name>SampleWords</name>
    <message>
        <source>Enough: the work is good</source>
        <translation>Đủ rồi: công việc tốt</translation>
    </message>
    <message>
        <source>Enough: the work is not good</source>
        <translation>Đủ rồi: công việc chưa tốt</translation>
    </message>
    <message>
        <source>All judged, and still not sure</source>
        <translation>Đã xem hết mà vẫn chưa chắc</translation>
    </message>
    <message>
        <source>%1 of %2 judged</source>
        <translation>Đã xem %1 trên %2</translation>
    </message>
    <message>
        <source>Errors: %1.</source>
        <translation>Lỗi: %1.</translation>
    </message>
    <message>
        <source>Accepted at %1 errors, refused at %2; %3 right ones in a row are enough.</source>
        <translation>Nhận ở mức %1 lỗi, không nhận ở mức %2; %3 vùng đúng liên tiếp là đủ.</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) looked through:</source>
        <translation>
            <numerusform>đã xem hết %n bài:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) missing.</source>
        <translation>
            <numerusform>thiếu %n vùng.</numerusform>
        </translation>
    </message>
    <message>
        <source>right</source>
        <translation>đúng</translation>
    </message>
    <message>
        <source>wrong label</source>
        <translation>sai nhãn</translation>
    </message>
    <message>
        <source>wrong edges</source>
        <translation>sai biên</translation>
    </message>
    <message>
        <source>should not be marked</source>
        <translation>không nên đánh dấu</translation>
    </message>
</context>
<context>
    <name>SamplesPage</name>
    <message>
        <source>judge</source>
        <translation>đánh giá</translation>
    </message>
    <message>
        <source>next</source>
        <translation>tiếp</translation>
    </message>
    <message>
        <source>open</source>
        <translation>mở</translation>
    </message>
    <message>
        <source>one more missing</source>
        <translation>thiếu thêm một</translation>
    </message>
    <message>
        <source>none missing</source>
        <translation>không thiếu</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Đang đọc…</translation>
    </message>
    <message>
        <source>Is somebody’s work good enough?</source>
        <translation>Bài làm của một người đã đủ tốt chưa?</translation>
    </message>
    <message>
        <source>Some of one person’s spans are drawn, evenly over the labels. Judge them one by one; it is said when that is enough, and how many errors each label has.</source>
        <translation>Một phần vùng của một người được rút ra, chia đều theo nhãn. Hãy đánh giá từng vùng; chương trình báo khi nào là đủ, và mỗi nhãn có bao nhiêu lỗi.</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>Đã xem</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Lỗi</translation>
    </message>
    <message>
        <source>Error rate (95 %)</source>
        <translation>Tỷ lệ lỗi (95 %)</translation>
    </message>
    <message>
        <source>%1: one more missing</source>
        <translation>%1: thiếu thêm một</translation>
    </message>
    <message>
        <source>Which sample</source>
        <translation>Mẫu nào</translation>
    </message>
    <message>
        <source>Another sample…</source>
        <translation>Mẫu khác…</translation>
    </message>
    <message>
        <source>Errors by label</source>
        <translation>Lỗi theo nhãn</translation>
    </message>
</context>
<context>
    <name>SavedWords</name>
    <message numerus="yes">
        <source>%n change(s) that could not be saved before are saved now.</source>
        <translation>
            <numerusform>%n thay đổi trước đây chưa lưu được nay đã lưu.</numerusform>
        </translation>
    </message>
    <message>
        <source>The library is there again.</source>
        <translation>Thư viện đã trở lại.</translation>
    </message>
    <message>
        <source>Trying again…</source>
        <translation>Đang thử lại…</translation>
    </message>
    <message>
        <source>Tried again at %1: it could still not be saved.</source>
        <translation>Đã thử lại lúc %1: vẫn chưa lưu được.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) kept when the program ended are saved now.</source>
        <translation>
            <numerusform>%n thay đổi được giữ lại khi chương trình kết thúc lần trước nay đã lưu.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not kept; reading it again…</source>
        <translation>Không lưu được; đang đọc lại…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Đang lưu…</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Chưa lưu</translation>
    </message>
    <message>
        <source>Note not saved yet</source>
        <translation>Ghi chú chưa lưu</translation>
    </message>
    <message>
        <source>Open for reading</source>
        <translation>Mở để đọc</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Đã lưu</translation>
    </message>
    <message>
        <source>A change elsewhere</source>
        <translation>Một thay đổi ở chỗ khác</translation>
    </message>
    <message numerus="yes">
        <source>%n other change(s)</source>
        <translation>
            <numerusform>%n thay đổi khác</numerusform>
        </translation>
    </message>
    <message>
        <source>A change beside the article: in a list, a title, a status, or many spans</source>
        <translation>Một thay đổi bên cạnh bài: danh sách, tiêu đề, trạng thái hoặc nhiều vùng</translation>
    </message>
    <message>
        <source>A change of the label set</source>
        <translation>Một thay đổi ở bộ nhãn</translation>
    </message>
    <message>
        <source>A change of the corpora</source>
        <translation>Một thay đổi ở các bộ ngữ liệu</translation>
    </message>
    <message>
        <source>A change in Review</source>
        <translation>Một thay đổi ở phần Soát</translation>
    </message>
    <message>
        <source>A change of hits in Find</source>
        <translation>Một thay đổi ở phần Tìm</translation>
    </message>
    <message>
        <source>A change in Figures</source>
        <translation>Một thay đổi ở phần Số liệu</translation>
    </message>
    <message>
        <source>A change of the kept exports</source>
        <translation>Một thay đổi ở các bản xuất đã giữ</translation>
    </message>
    <message numerus="yes">
        <source>Not saved: %n change(s)</source>
        <translation>
            <numerusform>Chưa lưu: %n thay đổi</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing can be saved</source>
        <translation>Hiện không lưu được</translation>
    </message>
    <message>
        <source>The library&apos;s file is gone or was replaced.</source>
        <translation>Tệp thư viện không còn nữa hoặc đã bị thay.</translation>
    </message>
    <message>
        <source>They were kept when the program ended.</source>
        <translation>Có thay đổi được giữ lại từ khi chương trình kết thúc lần trước.</translation>
    </message>
    <message>
        <source>What waits stays in this window, and is saved by itself if the same file is put back.</source>
        <translation>Những gì chờ lưu vẫn ở trong cửa sổ này và sẽ tự được lưu nếu tệp cũ được đặt lại.</translation>
    </message>
    <message>
        <source>It could not be kept aside for a crash either: leave the program open until it is saved, or save a copy elsewhere.</source>
        <translation>Cũng không cất riêng được phòng khi chương trình hỏng: hãy để chương trình mở cho đến khi lưu xong, hoặc lưu một bản sao ở chỗ khác.</translation>
    </message>
    <message>
        <source>Everything that was saved is safe in the backup of %1 (File, Backups…).</source>
        <translation>Mọi thứ đã lưu vẫn an toàn trong bản sao lưu %1 (Tệp, Bản sao lưu…).</translation>
    </message>
    <message>
        <source>The newest backup is of %1 (File, Backups…).</source>
        <translation>Bản sao lưu mới nhất là lúc %1 (Tệp, Bản sao lưu…).</translation>
    </message>
    <message>
        <source>Nothing of it is lost: it stays in this window and is tried again by itself.</source>
        <translation>Không mất gì: tất cả vẫn ở trong cửa sổ này và sẽ tự được thử lưu lại.</translation>
    </message>
    <message>
        <source>What was saved in it can still be read here.</source>
        <translation>Những gì đã lưu vẫn đọc được ở đây.</translation>
    </message>
</context>
<context>
    <name>ScopeChoice</name>
    <message>
        <source>People&apos;s layers</source>
        <translation>Lớp của mọi người</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>Mọi lớp</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>Mọi bài</translation>
    </message>
    <message>
        <source>As the list: %1</source>
        <translation>Như danh sách: %1</translation>
    </message>
    <message>
        <source>Documents done</source>
        <translation>Các bài đã xong</translation>
    </message>
    <message>
        <source>Documents in progress</source>
        <translation>Các bài đang làm</translation>
    </message>
    <message>
        <source>Tag: %1</source>
        <translation>Thẻ: %1</translation>
    </message>
    <message>
        <source>Filter: %1</source>
        <translation>Bộ lọc: %1</translation>
    </message>
    <message>
        <source>Whose layers are counted</source>
        <translation>Đếm lớp của ai</translation>
    </message>
    <message>
        <source>Which documents are counted</source>
        <translation>Đếm những bài nào</translation>
    </message>
</context>
<context>
    <name>SearchOptions</name>
    <message>
        <source>Regular expression</source>
        <translation>Biểu thức chính quy</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Trọn từ</translation>
    </message>
    <message>
        <source>Ignore accents</source>
        <translation>Bỏ qua dấu</translation>
    </message>
    <message>
        <source>Ignore case</source>
        <translation>Bỏ qua hoa thường</translation>
    </message>
    <message>
        <source>hòa = hoà</source>
        <translation>hòa = hoà</translation>
    </message>
    <message>
        <source>A tone mark may stand on either vowel</source>
        <translation>Dấu thanh có thể đặt trên nguyên âm nào cũng được</translation>
    </message>
</context>
<context>
    <name>SelfTestPage</name>
    <message>
        <source>Test again</source>
        <translation>Kiểm lại</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Đã dừng</translation>
    </message>
    <message>
        <source>Not tested</source>
        <translation>Chưa kiểm được</translation>
    </message>
    <message>
        <source>Is anything lost when the program is killed?</source>
        <translation>Chương trình bị ngắt đột ngột thì có mất gì không?</translation>
    </message>
    <message>
        <source>{saved} saved, {kills} kills, {lost} lost</source>
        <translation>{saved} đã lưu, {kills} lần ngắt, mất {lost}</translation>
    </message>
    <message numerus="yes">
        <source>A copy of the program labels in a library of its own and is killed %n times while it writes. After each kill the library is opened, checked, and compared with what had been said to be saved. Your own library is not touched. It takes about a minute; you can work meanwhile.</source>
        <translation>
            <numerusform>Một bản sao của chương trình gán nhãn trong một thư viện riêng và bị ngắt đột ngột %n lần khi đang ghi. Sau mỗi lần, thư viện được mở, kiểm tra và so với những gì đã báo là được lưu. Thư viện của bạn không bị đụng tới. Việc này mất chừng một phút; bạn vẫn làm việc được trong lúc đó.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every change that was said to be saved was there, and the library was sound each time.</source>
        <translation>Mọi thay đổi đã báo là được lưu đều còn đó, và lần nào thư viện cũng lành lặn.</translation>
    </message>
    <message>
        <source>Changes that were said to be saved were not there, or the library was damaged. Do not trust this disk with your work: keep your library on another one, and save a report (Help &gt; Report…).</source>
        <translation>Có thay đổi đã báo là được lưu mà không còn, hoặc thư viện bị hỏng. Đừng tin đĩa này: hãy để thư viện của bạn trên đĩa khác và lưu một báo cáo (Trợ giúp &gt; Báo cáo…).</translation>
    </message>
    <message>
        <source>Kill {number}: {told} saved before it, {lost} lost, {sound}</source>
        <translation>Lần ngắt {number}: {told} đã lưu trước đó, mất {lost}, {sound}</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>lành lặn</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>bị hỏng</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Kills so far</source>
        <translation>Các lần ngắt đến giờ</translation>
    </message>
</context>
<context>
    <name>SendPage</name>
    <message numerus="yes">
        <source>%n package(s) made.</source>
        <translation>
            <numerusform>Đã tạo %n gói.</numerusform>
        </translation>
    </message>
    <message>
        <source>work</source>
        <translation>bài làm</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>bản chuẩn</translation>
    </message>
    <message>
        <source>Send work back</source>
        <translation>Gửi bài làm về</translation>
    </message>
    <message>
        <source>Send gold back</source>
        <translation>Gửi bản chuẩn</translation>
    </message>
    <message>
        <source>Package {done} of {all} made…</source>
        <translation>Đã tạo {done} trong {all} gói…</translation>
    </message>
    <message numerus="yes">
        <source>Making %n package(s)…</source>
        <translation>
            <numerusform>Đang tạo %n gói…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %n package(s)</source>
        <translation>
            <numerusform>Tạo %n gói</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody has a layer in this corpus yet.</source>
        <translation>Chưa ai có lớp nào trong bộ ngữ liệu này.</translation>
    </message>
    <message>
        <source>Choose a folder that is there.</source>
        <translation>Hãy chọn một thư mục có thật.</translation>
    </message>
    <message>
        <source>Give this to whoever handed the work out: {names}.</source>
        <translation>Hãy đưa tệp này cho người đã giao bài: {names}.</translation>
    </message>
    <message>
        <source>Give each person theirs: {names}.</source>
        <translation>Hãy đưa cho từng người gói của họ: {names}.</translation>
    </message>
    <message numerus="yes">
        <source>Layers on %n document(s)</source>
        <translation>
            <numerusform>Lớp trên %n bài</numerusform>
        </translation>
    </message>
    <message>
        <source>Their spans, statuses, decisions and comments with all changes; nobody else&apos;s.</source>
        <translation>Vùng, trạng thái, quyết định và nhận xét của người ấy cùng mọi thay đổi; không của ai khác.</translation>
    </message>
    <message numerus="yes">
        <source>Gold on %n document(s)</source>
        <translation>
            <numerusform>Bản chuẩn trên %n bài</numerusform>
        </translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Đã xong</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Quyết định</translation>
    </message>
    <message>
        <source>Gold spans</source>
        <translation>Vùng bản chuẩn</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) in gold</source>
        <translation>
            <numerusform>%n vùng trong bản chuẩn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) with reasons</source>
        <translation>
            <numerusform>%n quyết định kèm lý do</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) not finished yet.</source>
        <translation>
            <numerusform>%n bài chưa soát xong.</numerusform>
        </translation>
    </message>
    <message>
        <source>Each person gets the documents they worked on, and comments.</source>
        <translation>Mỗi người nhận những bài họ đã làm, cùng các nhận xét.</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Người</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Bài</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Đã xong</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>Vùng</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>%1 is no longer %2. Still so: %3</source>
        <translation>%1 không còn là %2. Những chỗ vẫn còn: %3</translation>
    </message>
    <message>
        <source>%1 is no longer %2.</source>
        <translation>%1 không còn là %2.</translation>
    </message>
    <message>
        <source>%1 is %2. Still %4: %3</source>
        <translation>%1 là %2. Vẫn là %4: %3</translation>
    </message>
    <message>
        <source>%1 is %2, no longer %4.</source>
        <translation>%1 là %2, không còn là %4.</translation>
    </message>
    <message>
        <source>%1 is %2. %3</source>
        <translation>%1 là %2. %3</translation>
    </message>
    <message>
        <source>%1 is %2.</source>
        <translation>%1 là %2.</translation>
    </message>
    <message>
        <source>Remove %2 from %1. %3</source>
        <translation>Bỏ %2 khỏi %1. %3</translation>
    </message>
    <message>
        <source>%1: %4 becomes %2. %3</source>
        <translation>%1: %4 thành %2. %3</translation>
    </message>
    <message>
        <source>%1 as %2. %3</source>
        <translation>%1 là %2. %3</translation>
    </message>
    <message>
        <source>%1: press the key of a label to have instead of %4.</source>
        <translation>%1: nhấn phím của nhãn thay cho %4.</translation>
    </message>
    <message numerus="yes">
        <source>%n more here</source>
        <translation>
            <numerusform>còn %n ở bài này</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n here</source>
        <translation>
            <numerusform>%n ở bài này</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n other document(s)</source>
        <translation>
            <numerusform>%1 trong %n bài khác</numerusform>
        </translation>
    </message>
    <message>
        <source>Labelled %1</source>
        <translation>Đã gán %1</translation>
    </message>
    <message>
        <source>Not labelled yet</source>
        <translation>Chưa gán nhãn</translation>
    </message>
    <message>
        <source>Inside or around another span</source>
        <translation>Trong hoặc bao quanh một vùng khác</translation>
    </message>
    <message>
        <source>Part of a longer name</source>
        <translation>Một phần của tên dài hơn</translation>
    </message>
    <message>
        <source>Across a span, or inside or around one that is %1</source>
        <translation>Cắt ngang một vùng, hoặc trong hay bao quanh một vùng đã là %1</translation>
    </message>
    <message>
        <source>With another label</source>
        <translation>Có nhãn khác</translation>
    </message>
    <message>
        <source>Inside a longer word</source>
        <translation>Nằm trong từ dài hơn</translation>
    </message>
    <message>
        <source>In documents that are done</source>
        <translation>Trong các bài đã xong</translation>
    </message>
    <message>
        <source>Already %1</source>
        <translation>Đã là %1</translation>
    </message>
    <message numerus="yes">
        <source>Label %n ticked</source>
        <translation>
            <numerusform>Gán nhãn %n chỗ đã đánh dấu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Relabel %n ticked</source>
        <translation>
            <numerusform>Đổi nhãn %n chỗ đã đánh dấu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n ticked</source>
        <translation>
            <numerusform>Bỏ %n chỗ đã đánh dấu</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Nothing else like this is left here.</source>
        <translation>Ở đây không còn chỗ nào như vậy.</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) labelled %2 in %1.</source>
        <translation>
            <numerusform>Đã gán %2 cho %n vùng trong %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) relabelled %2 in %1.</source>
        <translation>
            <numerusform>Đã đổi %n vùng thành %2 trong %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) removed in %1.</source>
        <translation>
            <numerusform>Đã bỏ %n vùng trong %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n bài</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) had that label already.</source>
        <translation>
            <numerusform>%n chỗ đã mang sẵn nhãn đó.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) changed meanwhile and stay as they are.</source>
        <translation>
            <numerusform>%n chỗ đã đổi trong lúc đó và được giữ nguyên.</numerusform>
        </translation>
    </message>
    <message>
        <source>One step: Ctrl Z takes all of it back.</source>
        <translation>Một bước: Ctrl Z hoàn tác tất cả.</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>%1: back to %2</source>
        <translation>%1: về lại %2</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Reading</source>
        <translation>Đọc</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>Giao diện</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>Labelling</source>
        <translation>Gán nhãn</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Soát</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Phím</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>Phông chữ</translation>
    </message>
    <message>
        <source>The letters of the article</source>
        <translation>Chữ của bài</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Cỡ chữ</translation>
    </message>
    <message>
        <source>Of the article alone; the column grows with it</source>
        <translation>Chỉ của bài; cột rộng theo</translation>
    </message>
    <message>
        <source>Column width</source>
        <translation>Độ rộng cột</translation>
    </message>
    <message>
        <source>How long a line may become, at the usual text size</source>
        <translation>Dòng dài đến đâu, ở cỡ chữ thường</translation>
    </message>
    <message>
        <source>Line spacing</source>
        <translation>Giãn dòng</translation>
    </message>
    <message>
        <source>Rails and names under the words always have their room</source>
        <translation>Đường nhãn và tên dưới chữ luôn đủ chỗ</translation>
    </message>
    <message>
        <source>Label names under spans</source>
        <translation>Tên nhãn dưới vùng</translation>
    </message>
    <message>
        <source>Without them lines stand closer</source>
        <translation>Không có tên, các dòng sát nhau hơn</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Sáng hay tối</translation>
    </message>
    <message>
        <source>Theme of the whole window</source>
        <translation>Cho cả cửa sổ</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Tương phản</translation>
    </message>
    <message>
        <source>High: black on white or white on black, lines that are seen</source>
        <translation>Cao: đen trên trắng hoặc trắng trên đen, đường kẻ nhìn rõ</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Chuyển động</translation>
    </message>
    <message>
        <source>Gliding to a span, new spans that shine, menus that fade</source>
        <translation>Lướt đến vùng, vùng mới sáng lên, menu mờ dần</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Mật độ</translation>
    </message>
    <message>
        <source>Height of the rows of lists; letters stay as they are</source>
        <translation>Chiều cao hàng trong danh sách; cỡ chữ giữ nguyên</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Ngôn ngữ của cửa sổ</translation>
    </message>
    <message>
        <source>Articles and labels stay in theirs</source>
        <translation>Bài và nhãn giữ nguyên</translation>
    </message>
    <message>
        <source>Exact characters</source>
        <translation>Chọn đúng từng ký tự</translation>
    </message>
    <message>
        <source>Selections are not drawn out to whole words; Alt does so once</source>
        <translation>Vùng chọn không lan ra trọn từ; giữ Alt để dùng một lần</translation>
    </message>
    <message>
        <source>Names in Review</source>
        <translation>Tên khi soát</translation>
    </message>
    <message>
        <source>Without them people are letters, another order in each document</source>
        <translation>Khi ẩn, mỗi người là một chữ cái, mỗi bài một thứ tự khác</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Bình thường</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>Rộng</translation>
    </message>
    <message>
        <source>Very wide</source>
        <translation>Rất rộng</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Sáng</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tối</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Cao</translation>
    </message>
    <message>
        <source>Gliding and fading</source>
        <translation>Lướt và mờ dần</translation>
    </message>
    <message>
        <source>Nothing moves by itself</source>
        <translation>Không gì tự chuyển động</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Thoáng</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Gọn</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Theo hệ thống</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Bật</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Tắt</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>All settings and keys are as shipped again.</source>
        <translation>Mọi cài đặt và phím đã như ban đầu.</translation>
    </message>
    <message>
        <source>%1: again %2.</source>
        <translation>%1: lại là %2.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Search settings and keys</source>
        <translation>Tìm cài đặt và phím</translation>
    </message>
    <message>
        <source>Reset all settings</source>
        <translation>Đặt lại mọi cài đặt</translation>
    </message>
    <message>
        <source>Make all settings and keys as shipped? The language stays.</source>
        <translation>Đưa mọi cài đặt và phím về như ban đầu? Ngôn ngữ giữ nguyên.</translation>
    </message>
    <message>
        <source>People: who is at the desk</source>
        <translation>Người gán nhãn: ai đang ngồi làm</translation>
    </message>
    <message>
        <source>Backups, and the folder for them</source>
        <translation>Bản sao lưu và thư mục chứa chúng</translation>
    </message>
    <message>
        <source>No setting has these words. Esc empties the search.</source>
        <translation>Không cài đặt nào có những chữ này. Esc xóa ô tìm.</translation>
    </message>
</context>
<context>
    <name>Shaping</name>
    <message>
        <source>Put the caret inside a span to split it there.</source>
        <translation>Đặt con trỏ vào trong một vùng để tách vùng tại đó.</translation>
    </message>
    <message>
        <source>Nothing would be left on one side of the caret.</source>
        <translation>Một bên con trỏ sẽ không còn gì.</translation>
    </message>
    <message>
        <source>Select over two spans of one label to join them.</source>
        <translation>Chọn phủ lên hai vùng cùng nhãn để nối chúng.</translation>
    </message>
    <message>
        <source>No span of this label is near enough to be joined.</source>
        <translation>Không có vùng nào cùng nhãn đủ gần để nối.</translation>
    </message>
    <message>
        <source>No span is around this one.</source>
        <translation>Không có vùng nào bao quanh vùng này.</translation>
    </message>
    <message>
        <source>No span is inside this one.</source>
        <translation>Không có vùng nào bên trong vùng này.</translation>
    </message>
    <message>
        <source>The parts of this span do not fit there.</source>
        <translation>Các phần của vùng này không vừa ở đó.</translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>Annotators</source>
        <translation>Người gán nhãn</translation>
    </message>
    <message>
        <source>Strict F1</source>
        <translation>F1 chặt</translation>
    </message>
    <message>
        <source>95 of 100</source>
        <translation>Khoảng 95 %</translation>
    </message>
    <message>
        <source>Boundaries</source>
        <translation>Biên</translation>
    </message>
    <message>
        <source>Partial</source>
        <translation>Một phần</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Bài</translation>
    </message>
    <message>
        <source>All pairs</source>
        <translation>Mọi cặp</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 và %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 the same, %2 differ, in %n document(s).</source>
        <translation>
            <numerusform>%1 giống nhau, %2 khác nhau, trong %n bài.</numerusform>
        </translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alpha</translation>
    </message>
    <message>
        <source>Spans compared</source>
        <translation>Vùng so sánh</translation>
    </message>
    <message>
        <source>Alpha %1 on syllables: 1 is agreement, 0 what chance gives.</source>
        <translation>Alpha %1 theo tiếng: 1 là đồng thuận, 0 là mức ngẫu nhiên.</translation>
    </message>
    <message>
        <source>Spans of two annotators</source>
        <translation>Vùng của hai người gán nhãn</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số lượng</translation>
    </message>
    <message>
        <source>Repeats of one person, counted once</source>
        <translation>Lặp lại của một người, tính một lần</translation>
    </message>
    <message>
        <source>%1 of %2, %3 %.</source>
        <translation>%1 trên %2, %3 %.</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>Giống nhau</translation>
    </message>
    <message>
        <source>Another label</source>
        <translation>Nhãn khác</translation>
    </message>
    <message>
        <source>Other edges</source>
        <translation>Biên khác</translation>
    </message>
    <message>
        <source>Other edges and another label</source>
        <translation>Biên khác và nhãn khác</translation>
    </message>
    <message>
        <source>Marked by one alone</source>
        <translation>Chỉ một người đánh dấu</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) the same label on the same words.</source>
        <translation>
            <numerusform>%n lần cùng nhãn trên cùng những từ.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) one called it so, the other so, on the same words.</source>
        <translation>
            <numerusform>%n lần người này gọi thế này, người kia gọi thế kia, trên cùng những từ.</numerusform>
        </translation>
    </message>
    <message>
        <source>Words at the edge</source>
        <translation>Từ ở biên</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Chỗ</translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation>Lấy vào</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Bỏ ra</translation>
    </message>
    <message>
        <source>before: %1</source>
        <translation>phía trước: %1</translation>
    </message>
    <message>
        <source>behind: %1</source>
        <translation>phía sau: %1</translation>
    </message>
    <message>
        <source>Week from</source>
        <translation>Tuần từ</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Chỗ khác nhau</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Bài</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Thước đo</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Giá trị</translation>
    </message>
    <message>
        <source>all</source>
        <translation>tất cả</translation>
    </message>
    <message>
        <source>Fleiss&apos;s kappa</source>
        <translation>Kappa của Fleiss</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa</source>
        <translation>Kappa của Cohen</translation>
    </message>
</context>
<context>
    <name>Showing</name>
    <message>
        <source>The filter lets nothing through here</source>
        <translation>Ở đây không có chỗ nào trong phần đang lọc</translation>
    </message>
    <message>
        <source>Nothing to decide here</source>
        <translation>Ở đây không có gì để quyết</translation>
    </message>
    <message>
        <source>What was ruled here</source>
        <translation>Đã quyết gì ở đây</translation>
    </message>
    <message>
        <source>Guideline: %1</source>
        <translation>Hướng dẫn: %1</translation>
    </message>
    <message>
        <source>this one</source>
        <translation>phương án này</translation>
    </message>
    <message>
        <source>back to the variants</source>
        <translation>quay lại các phương án</translation>
    </message>
    <message>
        <source>take both</source>
        <translation>lấy cả hai</translation>
    </message>
    <message>
        <source>take all</source>
        <translation>lấy tất cả</translation>
    </message>
    <message>
        <source>take the only one</source>
        <translation>lấy nó</translation>
    </message>
    <message>
        <source>take the majority</source>
        <translation>lấy đa số</translation>
    </message>
    <message>
        <source>take this one</source>
        <translation>lấy nó</translation>
    </message>
    <message>
        <source>take none</source>
        <translation>không lấy</translation>
    </message>
    <message>
        <source>move an edge</source>
        <translation>dời biên</translation>
    </message>
    <message>
        <source>another label</source>
        <translation>nhãn khác</translation>
    </message>
    <message>
        <source>decide later</source>
        <translation>để sau</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>nhận xét</translation>
    </message>
    <message>
        <source>gap in guideline</source>
        <translation>thiếu hướng dẫn</translation>
    </message>
    <message>
        <source>take it back</source>
        <translation>rút quyết định</translation>
    </message>
    <message>
        <source>earlier decisions</source>
        <translation>quyết định trước</translation>
    </message>
    <message>
        <source>move the end</source>
        <translation>dời điểm cuối</translation>
    </message>
    <message>
        <source>move the start</source>
        <translation>dời điểm đầu</translation>
    </message>
    <message>
        <source>by a character</source>
        <translation>từng ký tự</translation>
    </message>
    <message>
        <source>begin with it</source>
        <translation>bắt đầu từ nó</translation>
    </message>
    <message>
        <source>take it so</source>
        <translation>lấy như vậy</translation>
    </message>
    <message>
        <source>leave it</source>
        <translation>thôi</translation>
    </message>
</context>
<context>
    <name>Situation</name>
    <message>
        <source>all keys</source>
        <translation>mọi phím</translation>
    </message>
    <message>
        <source>order</source>
        <translation>thứ tự</translation>
    </message>
    <message>
        <source>rename</source>
        <translation>đổi tên</translation>
    </message>
    <message>
        <source>{one} of {all}</source>
        <translation>{one}/{all}</translation>
    </message>
    <message>
        <source>only blanks and punctuation are selected</source>
        <translation>chỉ có dấu cách và dấu câu được chọn</translation>
    </message>
    <message>
        <source>Brush: {label}</source>
        <translation>Cọ: {label}</translation>
    </message>
    <message>
        <source>open the document</source>
        <translation>mở bài</translation>
    </message>
    <message>
        <source>move to the bin</source>
        <translation>bỏ vào thùng rác</translation>
    </message>
    <message>
        <source>tick</source>
        <translation>đánh dấu</translation>
    </message>
    <message>
        <source>label ticked</source>
        <translation>gán nhãn chỗ đã đánh dấu</translation>
    </message>
    <message>
        <source>show in the article</source>
        <translation>xem trong bài</translation>
    </message>
    <message>
        <source>copy lines</source>
        <translation>chép dòng</translation>
    </message>
    <message>
        <source>next sheet</source>
        <translation>bảng kế tiếp</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>hoàn tác</translation>
    </message>
    <message>
        <source>open files</source>
        <translation>mở tệp</translation>
    </message>
    <message>
        <source>all commands</source>
        <translation>mọi lệnh</translation>
    </message>
    <message>
        <source>take in a package</source>
        <translation>nhận gói</translation>
    </message>
    <message>
        <source>search</source>
        <translation>tìm</translation>
    </message>
    <message>
        <source>go to the hits</source>
        <translation>xuống các chỗ tìm thấy</translation>
    </message>
    <message>
        <source>back to the article</source>
        <translation>về bài</translation>
    </message>
    <message>
        <source>export</source>
        <translation>xuất</translation>
    </message>
    <message>
        <source>save the recipe</source>
        <translation>lưu công thức</translation>
    </message>
    <message>
        <source>next problem</source>
        <translation>chỗ cần xem tiếp</translation>
    </message>
    <message>
        <source>lines in or out</source>
        <translation>lấy hay bỏ dòng</translation>
    </message>
    <message>
        <source>file in or out</source>
        <translation>lấy hay bỏ tệp</translation>
    </message>
    <message>
        <source>next document</source>
        <translation>bài sau</translation>
    </message>
    <message>
        <source>find</source>
        <translation>tìm</translation>
    </message>
    <message>
        <source>choose a layer</source>
        <translation>chọn lớp</translation>
    </message>
    <message>
        <source>work in this layer</source>
        <translation>làm việc trong lớp này</translation>
    </message>
    <message>
        <source>take others</source>
        <translation>chọn cách khác</translation>
    </message>
    <message>
        <source>take back</source>
        <translation>bỏ</translation>
    </message>
    <message>
        <source>next name</source>
        <translation>tên kế tiếp</translation>
    </message>
    <message>
        <source>hold another label</source>
        <translation>giữ nhãn khác</translation>
    </message>
    <message>
        <source>let go of the brush</source>
        <translation>buông cọ</translation>
    </message>
    <message>
        <source>relabel</source>
        <translation>đổi nhãn</translation>
    </message>
    <message>
        <source>label the name here</source>
        <translation>gán nhãn tên ở đây</translation>
    </message>
    <message>
        <source>narrow, widen</source>
        <translation>thu hẹp, nới rộng</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>bỏ</translation>
    </message>
    <message>
        <source>next span</source>
        <translation>vùng sau</translation>
    </message>
    <message>
        <source>label</source>
        <translation>nhãn</translation>
    </message>
    <message>
        <source>let go</source>
        <translation>bỏ chọn</translation>
    </message>
    <message>
        <source>done, next</source>
        <translation>xong, bài sau</translation>
    </message>
</context>
<context>
    <name>SpanBulk</name>
    <message numerus="yes">
        <source>%n span(s) relabelled.</source>
        <translation>
            <numerusform>Đã đổi nhãn %n vùng.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) removed.</source>
        <translation>
            <numerusform>Đã bỏ %n vùng.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) stay: these words already have this label.</source>
        <translation>
            <numerusform>%n vùng giữ nguyên: từ ngữ này đã có nhãn ấy.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpanHistory</name>
    <message>
        <source>Not in the library yet. What it was before is told here once it is saved.</source>
        <translation>Chưa có trong thư viện. Lịch sử sẽ hiện ở đây khi vùng đã được lưu.</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>và %1 nữa</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>đã bỏ</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Khôi phục</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>chưa chắc</translation>
    </message>
    <message>
        <source>question</source>
        <translation>câu hỏi</translation>
    </message>
    <message>
        <source>History of this span</source>
        <translation>Lịch sử của vùng này</translation>
    </message>
    <message>
        <source>Close the span’s history</source>
        <translation>Đóng lịch sử của vùng</translation>
    </message>
</context>
<context>
    <name>SpanLines</name>
    <message>
        <source>note or marks differ</source>
        <translation>ghi chú hoặc dấu khác nhau</translation>
    </message>
    <message>
        <source>now: %1</source>
        <translation>nay là: %1</translation>
    </message>
    <message>
        <source>only in the backup</source>
        <translation>chỉ có trong bản sao lưu</translation>
    </message>
    <message>
        <source>only in the library</source>
        <translation>chỉ có trong thư viện</translation>
    </message>
    <message>
        <source>different</source>
        <translation>khác nhau</translation>
    </message>
</context>
<context>
    <name>SpanList</name>
    <message>
        <source>choose several</source>
        <translation>chọn nhiều</translation>
    </message>
    <message>
        <source>relabel</source>
        <translation>đổi nhãn</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>bỏ</translation>
    </message>
    <message>
        <source>to the article</source>
        <translation>về bài</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>Vùng</translation>
    </message>
    <message>
        <source>Filter the spans</source>
        <translation>Lọc vùng</translation>
    </message>
    <message>
        <source>Group the spans</source>
        <translation>Nhóm các vùng</translation>
    </message>
    <message>
        <source>Show one label, or spans with a mark</source>
        <translation>Chỉ xem một nhãn, hoặc các vùng có dấu</translation>
    </message>
    <message>
        <source>Filter by words or label</source>
        <translation>Lọc theo từ hoặc nhãn</translation>
    </message>
    <message>
        <source>No document is open.</source>
        <translation>Chưa mở bài nào.</translation>
    </message>
    <message>
        <source>No span matches. Esc empties the filter.</source>
        <translation>Không vùng nào khớp. Esc xóa bộ lọc.</translation>
    </message>
    <message>
        <source>No spans yet. Select words in the article and press a label’s key.</source>
        <translation>Chưa có vùng nào. Chọn từ trong bài rồi bấm phím của nhãn.</translation>
    </message>
    <message>
        <source>As in the text</source>
        <translation>Như trong bài</translation>
    </message>
    <message>
        <source>By label</source>
        <translation>Theo nhãn</translation>
    </message>
    <message>
        <source>By words</source>
        <translation>Theo từ</translation>
    </message>
    <message>
        <source>All spans</source>
        <translation>Mọi vùng</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Chưa chắc</translation>
    </message>
    <message>
        <source>With a question</source>
        <translation>Có câu hỏi</translation>
    </message>
    <message>
        <source>With a note</source>
        <translation>Có ghi chú</translation>
    </message>
</context>
<context>
    <name>SpanModel</name>
    <message>
        <source>not saved</source>
        <translation>chưa lưu</translation>
    </message>
</context>
<context>
    <name>SpanSheet</name>
    <message>
        <source>The definition changed since. Keep what still holds; move or remove the rest.</source>
        <translation>Định nghĩa đã thay đổi. Giữ những gì vẫn đúng; chuyển hoặc bỏ phần còn lại.</translation>
    </message>
    <message>
        <source>Tick what belongs to another label and move it: one step, Ctrl Z takes it back.</source>
        <translation>Đánh dấu những gì thuộc nhãn khác rồi chuyển: một bước, Ctrl Z lấy lại.</translation>
    </message>
    <message>
        <source>Whose spans</source>
        <translation>Vùng của ai</translation>
    </message>
    <message>
        <source>Label that takes the spans</source>
        <translation>Nhãn nhận các vùng</translation>
    </message>
    <message>
        <source>a new label…</source>
        <translation>nhãn mới…</translation>
    </message>
    <message>
        <source>Name of the new label</source>
        <translation>Tên nhãn mới</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>Keep as it is</source>
        <translation>Giữ nguyên</translation>
    </message>
    <message>
        <source>Back to the label</source>
        <translation>Về lại nhãn</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>Vùng</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) of {label} decided under an older definition</source>
        <translation>
            <numerusform>%n vùng của {label} được quyết định theo định nghĩa cũ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) of {label}</source>
        <translation>
            <numerusform>%n vùng của {label}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticked</source>
        <translation>
            <numerusform>%n đã đánh dấu</numerusform>
        </translation>
    </message>
    <message>
        <source>None</source>
        <translation>Bỏ hết</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message numerus="yes">
        <source>Move %n span(s)</source>
        <translation>
            <numerusform>Chuyển %n vùng</numerusform>
        </translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>mọi người</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) had changed meanwhile and stayed.</source>
        <translation>
            <numerusform>%n vùng đã thay đổi trong lúc đó và được giữ nguyên.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpanSummary</name>
    <message numerus="yes">
        <source>%n span(s) chosen</source>
        <translation>
            <numerusform>Đã chọn %n vùng</numerusform>
        </translation>
    </message>
    <message>
        <source>A label’s key relabels all of them in one step.</source>
        <translation>Phím của nhãn đổi nhãn tất cả trong một bước.</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>Bỏ tất cả</translation>
    </message>
    <message>
        <source>All mark “%1”.</source>
        <translation>Tất cả đều là “%1”.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them unsure</source>
        <translation>
            <numerusform>%n vùng chưa chắc</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them with a question</source>
        <translation>
            <numerusform>%n vùng có câu hỏi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them with a note</source>
        <translation>
            <numerusform>%n vùng có ghi chú</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpanTip</name>
    <message>
        <source>and %n more</source>
        <translation>và %n vùng nữa</translation>
    </message>
    <message>
        <source>label no longer there</source>
        <translation>nhãn không còn</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>chưa chắc</translation>
    </message>
    <message>
        <source>question</source>
        <translation>cần hỏi</translation>
    </message>
</context>
<context>
    <name>SplitFields</name>
    <message>
        <source>Split</source>
        <translation>Chia phần</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Các phần</translation>
    </message>
    <message>
        <source>Shares in %</source>
        <translation>Tỉ lệ %</translation>
    </message>
    <message>
        <source>Keep together</source>
        <translation>Giữ chung</translation>
    </message>
    <message>
        <source>Balance by</source>
        <translation>Cân bằng theo</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Số mầm</translation>
    </message>
    <message>
        <source>One, no split</source>
        <translation>Một phần, không chia</translation>
    </message>
    <message>
        <source>Train, dev and test</source>
        <translation>Train, dev và test</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Không gì cả</translation>
    </message>
    <message>
        <source>Nothing: every document alone</source>
        <translation>Không gì: mỗi bài đứng riêng</translation>
    </message>
</context>
<context>
    <name>StepCard</name>
    <message>
        <source>and %1 more</source>
        <translation>và %1 nữa</translation>
    </message>
    <message>
        <source>The bin was emptied since: what this did is gone.</source>
        <translation>Thùng rác đã được dọn từ đó: những gì bước này làm đã mất.</translation>
    </message>
    <message>
        <source>Nothing to show.</source>
        <translation>Không có gì để xem.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Trước</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Sau</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>không có</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>chưa chắc</translation>
    </message>
    <message>
        <source>question</source>
        <translation>câu hỏi</translation>
    </message>
    <message>
        <source>no note</source>
        <translation>không ghi chú</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Đã bỏ</translation>
    </message>
    <message>
        <source>Undo only this</source>
        <translation>Chỉ hoàn tác bước này</translation>
    </message>
    <message>
        <source>Back to here</source>
        <translation>Quay về đây</translation>
    </message>
    <message>
        <source>Undo this and all after it</source>
        <translation>Hoàn tác bước này và mọi bước sau</translation>
    </message>
</context>
<context>
    <name>StringPanel</name>
    <message>
        <source>none of it</source>
        <translation>bỏ hết</translation>
    </message>
    <message>
        <source>Marked by: %1.</source>
        <translation>Người đánh dấu: %1.</translation>
    </message>
    <message numerus="yes">
        <source>At %n place(s) others marked more or fewer words: look there.</source>
        <translation>
            <numerusform>Ở %n chỗ có người đánh dấu nhiều hơn hoặc ít chữ hơn: hãy xem ở đó.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) in documents that wait for somebody.</source>
        <translation>
            <numerusform>%n chỗ ở các bài còn chờ người gán nhãn.</numerusform>
        </translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Các chỗ</translation>
    </message>
    <message>
        <source>Places of the string</source>
        <translation>Các chỗ của chuỗi</translation>
    </message>
    <message>
        <source>waits · %1</source>
        <translation>còn chờ · %1</translation>
    </message>
</context>
<context>
    <name>StringSheet</name>
    <message numerus="yes">
        <source>%n string(s)</source>
        <translation>
            <numerusform>%n cụm từ</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 carry several labels, %2 are labelled once only.</source>
        <translation>%1 cụm từ có nhiều nhãn, %2 chỉ được gán một lần.</translation>
    </message>
    <message>
        <source>String</source>
        <translation>Cụm từ</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>Vùng</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Bài</translation>
    </message>
    <message>
        <source>Strings</source>
        <translation>Cụm từ</translation>
    </message>
    <message>
        <source>Search the strings</source>
        <translation>Tìm trong các cụm từ</translation>
    </message>
    <message>
        <source>All strings</source>
        <translation>Mọi cụm từ</translation>
    </message>
    <message>
        <source>With several labels</source>
        <translation>Có nhiều nhãn</translation>
    </message>
    <message>
        <source>Labelled once</source>
        <translation>Gán một lần</translation>
    </message>
    <message>
        <source>Which strings</source>
        <translation>Những cụm từ nào</translation>
    </message>
</context>
<context>
    <name>StringsPage</name>
    <message>
        <source>next</source>
        <translation>tiếp</translation>
    </message>
    <message>
        <source>open</source>
        <translation>mở</translation>
    </message>
    <message>
        <source>leave it</source>
        <translation>thôi</translation>
    </message>
    <message>
        <source>label for all</source>
        <translation>nhãn cho tất cả</translation>
    </message>
    <message>
        <source>none</source>
        <translation>bỏ</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) open</source>
        <translation>
            <numerusform>%n chỗ còn mở</numerusform>
        </translation>
    </message>
    <message>
        <source>String</source>
        <translation>Chuỗi</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Người</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Số chỗ</translation>
    </message>
    <message>
        <source>Differ</source>
        <translation>Khác nhau</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Còn mở</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Đang đọc…</translation>
    </message>
    <message numerus="yes">
        <source>%n string(s) with open places</source>
        <translation>
            <numerusform>%n chuỗi còn chỗ mở</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with several labels.</source>
        <translation>
            <numerusform>%n chuỗi có nhiều nhãn.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s) differ(s) in the edges alone: to be looked at.</source>
        <translation>
            <numerusform>%n chuỗi khác chỉ khác biên: cần xem từng chỗ.</numerusform>
        </translation>
    </message>
    <message>
        <source>One key gives a label to all open places of a string.</source>
        <translation>Một phím gán nhãn cho mọi chỗ còn mở của một chuỗi.</translation>
    </message>
    <message>
        <source>Nothing that two people looked at is marked yet.</source>
        <translation>Chưa có gì được đánh dấu ở những bài hai người cùng xem.</translation>
    </message>
    <message numerus="yes">
        <source>Left out: %n place(s) in documents that wait for somebody.</source>
        <translation>
            <numerusform>Bỏ qua %n chỗ ở các bài còn chờ người gán nhãn.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) decided. One step: Ctrl+Z takes all of it back.</source>
        <translation>
            <numerusform>đã quyết định %n chỗ. Một bước: Ctrl+Z hoàn tác tất cả.</numerusform>
        </translation>
    </message>
    <message>
        <source>Find a string</source>
        <translation>Tìm chuỗi</translation>
    </message>
    <message>
        <source>Open ones</source>
        <translation>Còn mở</translation>
    </message>
    <message>
        <source>All strings</source>
        <translation>Mọi chuỗi</translation>
    </message>
    <message>
        <source>Which strings</source>
        <translation>Những chuỗi nào</translation>
    </message>
    <message>
        <source>Strings that people marked</source>
        <translation>Các chuỗi đã được đánh dấu</translation>
    </message>
</context>
<context>
    <name>Swatch</name>
    <message>
        <source>Colour of {label}</source>
        <translation>Màu của {label}</translation>
    </message>
    <message>
        <source>Free colour</source>
        <translation>Màu chưa dùng</translation>
    </message>
</context>
<context>
    <name>TagChips</name>
    <message>
        <source>Take away the tag %1</source>
        <translation>Bỏ thẻ %1</translation>
    </message>
</context>
<context>
    <name>TakingBack</name>
    <message>
        <source>Press Ctrl Z once more to undo: %1</source>
        <translation>Nhấn Ctrl Z lần nữa để hoàn tác: %1</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Đã hoàn tác: %1</translation>
    </message>
    <message numerus="yes">
        <source>Not undone: %n change(s) made before still wait to be saved. Press Ctrl Z again when they are.</source>
        <translation>
            <numerusform>Chưa hoàn tác được: %n thay đổi trước đó còn chờ lưu. Khi lưu xong, hãy nhấn lại Ctrl Z.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Teaching</name>
    <message>
        <source>Deal the documents out to people, some to two of them; each gets a file.</source>
        <translation>Chia bài cho mọi người, một phần giao cho hai người; mỗi người một tệp.</translation>
    </message>
    <message>
        <source>What somebody sent back comes in as a layer of their own.</source>
        <translation>Phần ai đó gửi lại sẽ vào thành một lớp riêng của họ.</translation>
    </message>
    <message>
        <source>Labelled files of other tools: who labelled them becomes an annotator here.</source>
        <translation>Tệp đã gán nhãn của công cụ khác: người gán nhãn sẽ có tên ở đây.</translation>
    </message>
    <message>
        <source>My feedback</source>
        <translation>Phản hồi cho tôi</translation>
    </message>
    <message>
        <source>Nothing to review yet</source>
        <translation>Chưa có gì để soát</translation>
    </message>
    <message>
        <source>This corpus has no documents.</source>
        <translation>Bộ ngữ liệu này chưa có bài.</translation>
    </message>
    <message>
        <source>Gold is there, and one person&apos;s spans</source>
        <translation>Đã có bản chuẩn và vùng nhãn của một người</translation>
    </message>
    <message>
        <source>There is nobody to compare here. My feedback shows where gold differs from these spans, and why.</source>
        <translation>Ở đây không có ai để so sánh. Phản hồi cho tôi cho thấy bản chuẩn khác các vùng nhãn này ở đâu và vì sao.</translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation>Chưa có gì để so sánh</translation>
    </message>
    <message>
        <source>Nobody has labelled these documents. Review compares what two people or more have marked.</source>
        <translation>Chưa ai gán nhãn các bài này. Soát là so sánh những gì từ hai người trở lên đã đánh dấu.</translation>
    </message>
    <message>
        <source>One person&apos;s spans so far</source>
        <translation>Mới có vùng nhãn của một người</translation>
    </message>
    <message>
        <source>Review compares what two people or more have marked on the same document. A second layer comes in like this:</source>
        <translation>Soát là so sánh những gì từ hai người trở lên đã đánh dấu trên cùng một bài. Có thêm lớp thứ hai bằng cách:</translation>
    </message>
</context>
<context>
    <name>TextOffer</name>
    <message>
        <source>Search the texts</source>
        <translation>Tìm trong nội dung bài</translation>
    </message>
</context>
<context>
    <name>TickedSpans</name>
    <message>
        <source>ticked</source>
        <translation>đã đánh dấu</translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation>chưa đánh dấu</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Label</source>
        <translation>Gán nhãn</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Soát</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Tìm</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Số liệu</translation>
    </message>
    <message>
        <source>Label set</source>
        <translation>Bộ nhãn</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Trình đơn</translation>
    </message>
    <message>
        <source>Choose a corpus</source>
        <translation>Chọn bộ ngữ liệu</translation>
    </message>
</context>
<context>
    <name>TwoPanes</name>
    <message>
        <source>Annotator at the left</source>
        <translation>Người gán nhãn bên trái</translation>
    </message>
    <message>
        <source>Annotator at the right</source>
        <translation>Người gán nhãn bên phải</translation>
    </message>
</context>
<context>
    <name>UnendedWords</name>
    <message>
        <source>The annotator that was opened at %1 crashed.</source>
        <translation>Chương trình được mở lúc %1 đã bị sập.</translation>
    </message>
    <message>
        <source>The annotator that was opened at %1 was ended before it could close.</source>
        <translation>Chương trình được mở lúc %1 đã bị kết thúc trước khi kịp đóng.</translation>
    </message>
    <message>
        <source>Everything it said was saved is in the library. Help &gt; Report… shows what is known of it.</source>
        <translation>Mọi thứ nó báo là đã lưu đều có trong thư viện. Trợ giúp &gt; Báo cáo… cho xem những gì biết được về việc này.</translation>
    </message>
</context>
<context>
    <name>UnsavedBanner</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>và %n thay đổi nữa</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide them</source>
        <translation>Ẩn đi</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Xem</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>Save a copy elsewhere…</source>
        <translation>Lưu một bản sao ở chỗ khác…</translation>
    </message>
    <message>
        <source>Go on in the copy</source>
        <translation>Làm tiếp trong bản sao</translation>
    </message>
</context>
<context>
    <name>VariantCard</name>
    <message>
        <source>chosen: Enter takes it</source>
        <translation>đang chọn: bấm Enter để lấy</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Start with an article</source>
        <translation>Bắt đầu từ một bài báo</translation>
    </message>
    <message>
        <source>Drop a file here, look at it, label it. Everything stays on this machine.</source>
        <translation>Thả tệp vào đây, xem trước, rồi gán nhãn. Mọi thứ nằm trên máy này.</translation>
    </message>
    <message>
        <source>Drop files or a folder here</source>
        <translation>Thả tệp hoặc thư mục vào đây</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>Mở tệp…</translation>
    </message>
    <message>
        <source>Paste text</source>
        <translation>Dán văn bản</translation>
    </message>
    <message>
        <source>Or try it now</source>
        <translation>Hoặc thử ngay</translation>
    </message>
    <message>
        <source>Labelling looks like this</source>
        <translation>Gán nhãn là thế này</translation>
    </message>
    <message>
        <source>Sample corpus</source>
        <translation>Bộ ngữ liệu mẫu</translation>
    </message>
    <message>
        <source>articles on emulation and awards, 5 labels</source>
        <translation>các bài về thi đua, khen thưởng, 5 nhãn</translation>
    </message>
    <message>
        <source>Take in a package</source>
        <translation>Nhận một gói</translation>
    </message>
    <message>
        <source>work for you, or sent back, as a zip file</source>
        <translation>bài được giao hay gửi về, tệp zip</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>Mở thư mục</translation>
    </message>
    <message>
        <source>every article in it</source>
        <translation>mọi bài trong đó</translation>
    </message>
    <message>
        <source>Open another library</source>
        <translation>Mở thư viện khác</translation>
    </message>
    <message>
        <source>a file on this machine</source>
        <translation>một tệp trên máy này</translation>
    </message>
    <message>
        <source>Select words, then press</source>
        <translation>Bôi đen chữ rồi bấm</translation>
    </message>
    <message>
        <source>No mouse needed.</source>
        <translation>Không cần chuột.</translation>
    </message>
</context>
<context>
    <name>WhatFields</name>
    <message>
        <source>What</source>
        <translation>Cái gì</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Các bài</translation>
    </message>
    <message>
        <source>That fit</source>
        <translation>Khớp với</translation>
    </message>
    <message>
        <source>With a tag</source>
        <translation>Có thẻ</translation>
    </message>
    <message>
        <source>Without tags</source>
        <translation>Không có thẻ</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Lớp</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>Without flags</source>
        <translation>Không có cờ</translation>
    </message>
    <message>
        <source>Annotators</source>
        <translation>Người gán nhãn</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>words and conditions, as in the list</source>
        <translation>từ và điều kiện, như trong danh sách</translation>
    </message>
    <message>
        <source>As is usual for the format</source>
        <translation>Như thường lệ của định dạng</translation>
    </message>
    <message numerus="yes">
        <source>All %n</source>
        <translation>
            <numerusform>Cả %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Ctrl and a click in the list: this label alone</source>
        <translation>Ctrl và một lần bấm trong danh sách: chỉ riêng nhãn này</translation>
    </message>
    <message>
        <source>Any or none</source>
        <translation>Thẻ nào cũng được</translation>
    </message>
    <message>
        <source>None is left out</source>
        <translation>Không bỏ gì</translation>
    </message>
    <message>
        <source>Nobody’s yet</source>
        <translation>Chưa của ai</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>Bản chuẩn</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>Mọi lớp</translation>
    </message>
</context>
<context>
    <name>WhoFields</name>
    <message>
        <source>Whose work</source>
        <translation>Bài của ai</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>Cho ai</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Người</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Người</translation>
    </message>
    <message numerus="yes">
        <source>All %n</source>
        <translation>
            <numerusform>Tất cả %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Widening</name>
    <message numerus="yes">
        <source>%n place(s) if accents are ignored: Enter shows them.</source>
        <translation>
            <numerusform>Bỏ qua dấu thì có %n chỗ: nhấn Enter để xem.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) if case is ignored: Enter shows them.</source>
        <translation>
            <numerusform>Không phân biệt hoa thường thì có %n chỗ: nhấn Enter để xem.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) inside longer words: Enter shows them.</source>
        <translation>
            <numerusform>Trong từ dài hơn thì có %n chỗ: nhấn Enter để xem.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) if accents and case are ignored: Enter shows them.</source>
        <translation>
            <numerusform>Bỏ qua dấu và hoa thường thì có %n chỗ: nhấn Enter để xem.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) if accents, case and ends of words are ignored: Enter shows them.</source>
        <translation>
            <numerusform>Bỏ qua dấu, hoa thường và ranh giới từ thì có %n chỗ: nhấn Enter để xem.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WindowFlow</name>
    <message>
        <source>Opening the library…</source>
        <translation>Đang mở thư viện…</translation>
    </message>
    <message>
        <source>No library is open</source>
        <translation>Chưa mở thư viện nào</translation>
    </message>
    <message>
        <source>No library</source>
        <translation>Chưa có thư viện</translation>
    </message>
    <message>
        <source>You are working in %1&apos;s layer until you leave the document.</source>
        <translation>Bạn đang làm việc trong lớp của %1 cho đến khi rời bài.</translation>
    </message>
    <message>
        <source>You are looking at %1&apos;s layer. Ctrl+Shift+L lets you work in it.</source>
        <translation>Bạn đang xem lớp của %1. Ctrl+Shift+L để làm việc trong đó.</translation>
    </message>
    <message>
        <source>You are looking at %1&apos;s layer; it is only for reading.</source>
        <translation>Bạn đang xem lớp của %1; lớp này chỉ để đọc.</translation>
    </message>
    <message>
        <source>You are working in %1&apos;s layer.</source>
        <translation>Bạn đang làm trong lớp của %1.</translation>
    </message>
    <message>
        <source>This was not kept: %1</source>
        <translation>Thay đổi này không được lưu: %1</translation>
    </message>
    <message>
        <source>New library</source>
        <translation>Thư viện mới</translation>
    </message>
    <message>
        <source>Stopped. Nothing of it was kept.</source>
        <translation>Đã dừng. Không giữ lại gì.</translation>
    </message>
    <message>
        <source>No account, no server, no network</source>
        <translation>Không tài khoản, không máy chủ, không kết nối mạng</translation>
    </message>
</context>
<context>
    <name>Windows</name>
    <message>
        <source>You are working in the copy %1 now. The library before was %2.</source>
        <translation>Bạn đang làm trong bản sao %1. Thư viện trước đó ở %2.</translation>
    </message>
</context>
<context>
    <name>WorkSheet</name>
    <message>
        <source>No work yet</source>
        <translation>Chưa có công việc</translation>
    </message>
    <message>
        <source>What you label from now on is counted here: by day, by hour, by span.</source>
        <translation>Những gì bạn gán nhãn từ nay được đếm ở đây: theo ngày, theo giờ, theo vùng.</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Thời gian</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) labelled</source>
        <translation>
            <numerusform>đã gán %n vùng</numerusform>
        </translation>
    </message>
    <message>
        <source>Spans labelled</source>
        <translation>Vùng đã gán</translation>
    </message>
    <message>
        <source>Seconds a span</source>
        <translation>Giây mỗi vùng</translation>
    </message>
    <message>
        <source>Keys a span</source>
        <translation>Phím mỗi vùng</translation>
    </message>
    <message>
        <source>Work by day</source>
        <translation>Công việc theo ngày</translation>
    </message>
    <message>
        <source>%1 seconds a span</source>
        <translation>%1 giây mỗi vùng</translation>
    </message>
    <message>
        <source>%1 keys and clicks a span</source>
        <translation>%1 phím và lần bấm mỗi vùng</translation>
    </message>
    <message>
        <source>%1 of %2 steps were not measured: the time since the step before stands for them, if it is a minute or less</source>
        <translation>%1 / %2 bước không được đo: thay bằng thời gian từ bước trước, nếu không quá một phút</translation>
    </message>
    <message>
        <source>What was taken back later is counted too</source>
        <translation>Những gì hoàn tác sau đó cũng được tính</translation>
    </message>
    <message>
        <source>Work by weekday and hour</source>
        <translation>Công việc theo thứ và giờ</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 giây</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 phút</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 giờ %2 phút</translation>
    </message>
    <message>
        <source>What was labelled in this hour and stands.</source>
        <translation>Những gì được gán trong giờ này và vẫn còn.</translation>
    </message>
    <message>
        <source>What was labelled on this day and stands.</source>
        <translation>Những gì được gán trong ngày này và vẫn còn.</translation>
    </message>
</context>
<context>
    <name>_Counts</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n ký tự</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Rows</name>
    <message>
        <source>likely</source>
        <translation>có thể</translation>
    </message>
</context>
</TS>
