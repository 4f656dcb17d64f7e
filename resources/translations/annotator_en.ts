<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>AboutCard</name>
    <message>
        <source>Annotator %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label spans in articles, keep corpora, export training data. Nothing leaves this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MIT licence. Fonts: Inter, Be Vietnam Pro, Noto Serif, JetBrains Mono (OFL). Icons: Lucide (ISC).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Acting</name>
    <message>
        <source>Nothing else is open that the filter lets through. Esc shows everything again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing else is open in this corpus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No variant has a majority: press 1 to %1, or A for all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These variants cross, so not all of them can be right. Take one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noted as a gap in the guideline. It is decided later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noted why they differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noted why they differ. It is decided later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no decision to take back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which words?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here has a majority.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n taken as most have it. One step: Ctrl+Z takes all of it back.</source>
        <translation>
            <numerusform>%n taken as most have it. One step: Ctrl+Z takes it back.</numerusform>
            <numerusform>%n taken as most have it. One step: Ctrl+Z takes all of it back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>articles and annotated files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everything readable in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste text as a document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New corpus…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with the five standard labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the sample corpus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>articles to try everything on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corpora…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose, rename, put into the bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents in the bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what was deleted: take it back, or empty the bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing of the file at hand is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>form, preview, what would be lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another library…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New library…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last step, also after a restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the span</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by title or words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next span</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous span</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End one word back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>narrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End one word on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>widen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start one word back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start one word on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End one character back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End one character on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start one character back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start one character on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsure about the span</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on or off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on the span</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let go of selection and span</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done, open the next one to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>marks this document done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the document in progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the document new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a layer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yours or somebody else&apos;s on this document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work in this layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody else&apos;s, until you leave the document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact characters while selecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or hold Ctrl while dragging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names, colours, keys, definitions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next document to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spans and what is known of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label names under spans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text at 100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compact density</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lower rows, more of them in sight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark as the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article in Inter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article in Be Vietnam Pro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article in Noto Serif</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Self-test…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kill a copy while it writes, and look that nothing is lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>versions, settings and log, to read and to hand on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the annotator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one paragraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the line&apos;s ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text&apos;s ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with any of these: select</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels: the selection, or the selected span</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the article: move the caret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go to a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rename it (documents, corpora, labels)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move it up or down (labels)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave, in fields and sheets too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the list of the same words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tick the place, or not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tick its whole group, or none of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tick all, or none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>label what is ticked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show the place in its article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the Find page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tick a stretch of rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>relabel what is ticked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove the spans that are ticked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy the lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the find bar of the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hit before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the list of spans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose all that is listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove what is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the label picker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go to a label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the import page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the next file that needs a look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave the file out, or take it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave out lines of the web page, or keep them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same in all such files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add what comes in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the export page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write the file and read it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>save the recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take that variant into gold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the next page of Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In sheets and work lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>do what the first button says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the next sheet of the figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>correct one place (figures)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is meant so (figures)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep as it is (label set)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next name without a label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>then press a label&apos;s key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous name without a label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the span around</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the span inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split the span at the caret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join with the next span</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or all of a label under the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join with the previous span</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the span a level out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as wide as the span around it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the span a level in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as narrow as the span inside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold the label as a brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all that is drawn gets it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what was done, and the ways back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question about the span</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History of the span</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each version, with a way back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export guideline…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the codebook as a page to print, PDF or HTML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load a label set…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>labels with definitions, ready made or saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Definitions of the labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>while the key is held, or until it is pressed again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin as an example…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the selected words, or the selected span</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words or a regular expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hit before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the corpus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the selected words, if any, in all documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same words everywhere…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list them and label those that are ticked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label the same words in this document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relabel the same spans everywhere…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the same spans everywhere…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all hits in the corpus, in context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>progress, strings, work, what is uneven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wider column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>longer lines of the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrower column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shorter lines of the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>black and white, lines that are seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing moves by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no gliding, no fading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading, looks, language, keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title, tags and metadata…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the open document; find tags by # in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the same library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>others stay open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take in a package…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>work that was handed out, sent back, or decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand out work…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>documents to people, one package each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send work back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a person&apos;s layers and changes in one package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send gold back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gold, decisions and comments to those who annotated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>differences between annotators, gold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next open difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goes on into the next document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open difference before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open, or take what most chose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the variant of the majority, or the only one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take all variants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>when one lies inside the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take with other edges…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take with another label…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take none of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it stays open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same for all that are alike…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same words, same labels, in all documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply the rule that is offered…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lists what it would settle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the decision back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier decisions on the difference…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>who ruled what, when and why; each can be restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment on the difference…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolve the comment, or open it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gap in the guideline…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say why people differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept what nobody disputes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in Compare: this document; in the overview: all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish the document, open the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the finished document again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort in another way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter differences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two annotators side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in Compare: the text twice, scrolled together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden ones are letters, another order in each document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>who is at the desk, who is one person with whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what differs, restore, bring documents back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy elsewhere…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the whole library, with what is not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try to save again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the disk refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what is not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or hide it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the library…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prove that all is as it was saved; repair, save what can be read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AgreementDetail</name>
    <message>
        <source>The first %1 places.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a repeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AgreementHead</name>
    <message>
        <source>Save the report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody to compare yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement needs two people with a layer on the same document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only documents that wait for nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every document that two people have waits for somebody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no figure yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement %1 (strict F1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between %1 and %2 in 95 of 100 draws of other documents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) that two or more have looked at, done or not,</source>
        <translation>
            <numerusform>%n document that two or more have looked at, done or not,</numerusform>
            <numerusform>%n documents that two or more have looked at, done or not,</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) that wait for nobody,</source>
        <translation>
            <numerusform>%n document that waits for nobody,</numerusform>
            <numerusform>%n documents that wait for nobody,</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) between %1 people.</source>
        <translation>
            <numerusform>%n difference between %1 people.</numerusform>
            <numerusform>%n differences between %1 people.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AgreementPage</name>
    <message>
        <source>tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open in Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being reckoned: %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alpha is reckoned on syllables, all annotators at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where two marked the very same words: at the left what the first called them, on top the second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No two people marked the very same words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By these words edges differ. Each is a question for the guideline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No edges differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents by the week in which their layers were last changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For reports that ask for them; the manual says what they do not tell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being reckoned…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beyond chance</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AlikeDelegate</name>
    <message>
        <source>this document</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AlikeModel</name>
    <message>
        <source>ticked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AlikeStrip</name>
    <message>
        <source>tick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all or none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decide them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Decide %n ticked</source>
        <translation>
            <numerusform>Decide %n ticked</numerusform>
            <numerusform>Decide %n ticked</numerusform>
        </translation>
    </message>
    <message>
        <source>Differences like this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rule</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Apart</name>
    <message>
        <source>Settled. It holds from now on, here and wherever it is taken in.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ApartLine</name>
    <message numerus="yes">
        <source>%n place(s) were changed apart</source>
        <translation>
            <numerusform>%n place was changed apart</numerusform>
            <numerusform>%n places were changed apart</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ApartList</name>
    <message numerus="yes">
        <source>%n place(s) were changed apart</source>
        <translation>
            <numerusform>%n place was changed apart</numerusform>
            <numerusform>%n places were changed apart</numerusform>
        </translation>
    </message>
    <message>
        <source>Two machines changed the same thing without knowing of each other. What you choose holds from now on, here and wherever your package is taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not hold: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticleView</name>
    <message>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BackFields</name>
    <message>
        <source>Leave what was made since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the backup holds of a document is as it was; newer spans stay beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The documents are exactly as in the backup; newer spans on them go.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BackupWords</name>
    <message>
        <source>asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>routine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before an import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before a package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before a large act</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before a new version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before a repair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before emptying the bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before bringing back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ %1 in its bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of another file of this library</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n span</numerusform>
            <numerusform>%n spans</numerusform>
        </translation>
    </message>
    <message>
        <source>Only in the backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only in the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Different</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the bin here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>different: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>metadata</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 only in the backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the backup’s bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 only here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 different</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” in the backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set up differently</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BackupsDoing</name>
    <message>
        <source>You are working in the restored library %1 now. The one before stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup is in its place: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The damaged file is kept as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for backups</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BackupsPage</name>
    <message>
        <source>Press once more to restore the whole backup as a new library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backed up and verified: %1, %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tick all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show in the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restored and checked: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This backup was restored just now. Press once more to restore it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) brought back</source>
        <translation>
            <numerusform>%n document brought back</numerusform>
            <numerusform>%n documents brought back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) came back</source>
        <translation>
            <numerusform>%n span came back</numerusform>
            <numerusform>%n spans came back</numerusform>
        </translation>
    </message>
    <message>
        <source>{documents}, {spans}. Ctrl+Z takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing {done} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Bring %n document(s) back</source>
        <translation>
            <numerusform>Bring %n document back</numerusform>
            <numerusform>Bring %n documents back</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore as a new library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it in place of the damaged library</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CandidateDelegate</name>
    <message>
        <source>%1 like this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inside %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>around %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>touches %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CandidateModel</name>
    <message>
        <source>ticked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this document</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardFields</name>
    <message>
        <source>Beside the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the data, for its card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card and manifest beside the file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckDoing</name>
    <message>
        <source>%1 - what could be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save what can be read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save what can be read…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckWords</name>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not done</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) saved</source>
        <translation>
            <numerusform>%n document saved</numerusform>
            <numerusform>%n documents saved</numerusform>
        </translation>
    </message>
    <message>
        <source>Is everything in the library as it was saved?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Sound: %n span(s) looked at</source>
        <translation>
            <numerusform>Sound: %n span looked at</numerusform>
            <numerusform>Sound: %n spans looked at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message>
        <source>Putting right…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the library…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving what can be read…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy of the library as it is comes first. Then all that is proved is put right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can go on working meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2. You can go on working meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n of them can be put right safely. A copy of the library as it is comes first, and nothing is written that is not proved.</source>
        <translation>
            <numerusform>%n of them can be put right safely. A copy of the library as it is comes first, and nothing is written that is not proved.</numerusform>
            <numerusform>%n of them can be put right safely. A copy of the library as it is comes first, and nothing is written that is not proved.</numerusform>
        </translation>
    </message>
    <message>
        <source>None of this can be put right safely, so nothing is written. Save what can be read as a new library, or restore a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) put right.</source>
        <translation>
            <numerusform>%n thing put right.</numerusform>
            <numerusform>%n things put right.</numerusform>
        </translation>
    </message>
    <message>
        <source>The library as it was is kept as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Structure, references, the hash of every text, the words under every span, and every step of the log, replayed: %1 documents, %2 labels, %3 steps. All is as it was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 spans are in it. The damaged library was only read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) could not be read, past ones among them.</source>
        <translation>
            <numerusform>%n span could not be read.</numerusform>
            <numerusform>%n spans could not be read, past ones among them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other row(s) could not be read.</source>
        <translation>
            <numerusform>%n other row could not be read.</numerusform>
            <numerusform>%n other rows could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) lost rows or hold altered ones: they can be read, not undone.</source>
        <translation>
            <numerusform>%n step lost rows or holds altered ones: it can be read, not undone.</numerusform>
            <numerusform>%n steps lost rows or hold altered ones: they can be read, not undone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The check still finds %n problem(s) in it.</source>
        <translation>
            <numerusform>The check still finds %n problem in it.</numerusform>
            <numerusform>The check still finds %n problems in it.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not the text that was imported, and there as it is: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the new library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the library again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save what can be read…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for a backup…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Put %n right</source>
        <translation>
            <numerusform>Put %n right</numerusform>
            <numerusform>Put %n right</numerusform>
        </translation>
    </message>
    <message>
        <source>Check again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClosingDialog</name>
    <message numerus="yes">
        <source>%n change(s) are not saved</source>
        <translation>
            <numerusform>%n change is not saved</numerusform>
            <numerusform>%n changes are not saved</numerusform>
        </translation>
    </message>
    <message>
        <source>Stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy elsewhere…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Close and lose %n change(s)</source>
        <translation>
            <numerusform>Close and lose %n change</numerusform>
            <numerusform>Close and lose %n changes</numerusform>
        </translation>
    </message>
    <message>
        <source>Close all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy holds everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library&apos;s file is gone or was replaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Trying again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving a copy…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClusterList</name>
    <message>
        <source>No cluster fits the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has marked anything here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clusters of the document</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClusterModel</name>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settled</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodebookDoing</name>
    <message>
        <source>Select the words to pin, or a span, first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned as a counter-example.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned as an example.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages to print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page for a browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export guideline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guideline written to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the label set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label set saved as %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColourRow</name>
    <message>
        <source>Own colour as #rrggbb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own colour: # and six digits 0–9, a–f</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Easy to read, light and dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard to read: a darker or stronger colour is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contrast (WCAG): words {words} : 1, line {line} : 1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no library is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the library is open for reading only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no corpus yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go to Review first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open a document first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this layer is only for reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>select a span first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is being imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all is saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>page of Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>corpus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filter of the documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not on this page of Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>label the selection</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Nobody else has a layer on this document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing else is left to do of what the list shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing else is left to do in this corpus.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommentThreads</name>
    <message>
        <source>Answer, then Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment, then Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comments</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareKeys</name>
    <message>
        <source>end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the chosen one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>majority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undo decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decide later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Solid: gold · thin line: still open, with letters for names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solid: gold · thin line: still open, with names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Finished, with %n still open.</source>
        <translation>
            <numerusform>Finished, with %n still open.</numerusform>
            <numerusform>Finished, with %n still open.</numerusform>
        </translation>
    </message>
    <message>
        <source>One text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is open that the filter lets through. Esc shows everything again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is open here. Documents are compared when two annotators have spans on them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next, previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finish</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareWords</name>
    <message>
        <source>all agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>labels differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edges differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not everybody has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which label?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it one?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of these?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where does it begin?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where does it end?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From where to where?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody marks it any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>took none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>took all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>took several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>took the majority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>took the only one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>took one of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>took it as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>took it with other edges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from a suggestion, kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everywhere at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken over because all agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the majority, taken over at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by a rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with others like it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for all places of the string</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken out of gold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gap in the guideline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ambiguous text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slip of an annotator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guideline misread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edge case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConsistencySheet</name>
    <message>
        <source>Looking for bare places: %1 of %2 documents…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) to look at</source>
        <translation>
            <numerusform>%n place to look at</numerusform>
            <numerusform>%n places to look at</numerusform>
        </translation>
    </message>
    <message>
        <source>String</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labelled / met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is labelled unevenly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first %1 are listed, all are saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n string(s) labelled here and bare there</source>
        <translation>
            <numerusform>%n string labelled here and bare there</numerusform>
            <numerusform>%n strings labelled here and bare there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with several labels</source>
        <translation>
            <numerusform>%n with several labels</numerusform>
            <numerusform>%n with several labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with other edges</source>
        <translation>
            <numerusform>%n with other edges</numerusform>
            <numerusform>%n with other edges</numerusform>
        </translation>
    </message>
    <message>
        <source>Only documents that were begun are looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is labelled evenly in the documents that were begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bare elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>several labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other edges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bare elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other edges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meant so (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which kinds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer meant so</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Bare at %n place(s).</source>
        <translation>
            <numerusform>Bare at %n place.</numerusform>
            <numerusform>Bare at %n places.</numerusform>
        </translation>
    </message>
    <message>
        <source>The most frequent label is suggested.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Contents</name>
    <message>
        <source>nested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New since it was decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not marked by %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CopyStrip</name>
    <message>
        <source>Open the copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not say it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file was left for a copy (%2): %1. What was done there since is not in here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) that could not be saved in this file are in a copy of it (%2): %1. What was done there since is not in here either.</source>
        <translation>
            <numerusform>%n change that could not be saved in this file is in a copy of it (%2): %1. What was done there since is not in here either.</numerusform>
            <numerusform>%n changes that could not be saved in this file are in a copy of it (%2): %1. What was done there since is not in here either.</numerusform>
        </translation>
    </message>
    <message>
        <source>The copy is not there now: is its disk connected?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n older cop(y/ies) will be told of after this one.</source>
        <translation>
            <numerusform>%n older copy will be told of after this one.</numerusform>
            <numerusform>%n older copies will be told of after this one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Copying</name>
    <message>
        <source>%1 - copy %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy at %1 holds all of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy at %1 holds the backup of %2 and the open documents as you see them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Copied to %1, with %n change(s) that could not be saved.</source>
        <translation>
            <numerusform>Copied to %1, with %n change that could not be saved.</numerusform>
            <numerusform>Copied to %1, with %n changes that could not be saved.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) did not fit there and were left out.</source>
        <translation>
            <numerusform>%n change did not fit there and was left out.</numerusform>
            <numerusform>%n changes did not fit there and were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CorporaPage</name>
    <message>
        <source>Which corpus?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corpora</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of a new corpus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty the bin…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl Z takes every step back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>No corpus is in the bin, but %n document(s).</source>
        <translation>
            <numerusform>No corpus is in the bin, but %n document.</numerusform>
            <numerusform>No corpus is in the bin, but %n documents.</numerusform>
        </translation>
    </message>
    <message>
        <source>The bin is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No corpus yet. Type a name above and press Enter.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CorpusDelegate</name>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n span</numerusform>
            <numerusform>%n spans</numerusform>
        </translation>
    </message>
    <message>
        <source>{done} of {total} done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CorpusModel</name>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program met an error of its own (%1); what you did last may not have had its effect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can go on working. If something looks wrong, close the window and open it again. Whoever looks after the program can use a report; nothing is sent by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything you did is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that was said to be saved is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) could not be saved so far: they are kept in the window; do not close it before they are saved or copied.</source>
        <translation>
            <numerusform>%n change could not be saved so far: it is kept in the window; do not close it before it is saved or copied.</numerusform>
            <numerusform>%n changes could not be saved so far: they are kept in the window; do not close it before they are saved or copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are on their way to the disk.</source>
        <translation>
            <numerusform>%n change is on its way to the disk.</numerusform>
            <numerusform>%n changes are on their way to the disk.</numerusform>
        </translation>
    </message>
    <message>
        <source>You can go on working. If something looks wrong, have the changes saved or copied first, then close the window and open it again. Whoever looks after the program can use a report; nothing is sent by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DayWords</name>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took back: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made again: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everywhere at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undone alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brought back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DealFields</name>
    <message>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> % of the documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each goes to</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message>
        <source>everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As much</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>documents for everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text for everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many documents several people work on, so that they can be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same number deals the same way again; another one deals anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names of others stay hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No suggestions on what is compared</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Deciding</name>
    <message>
        <source>Open again. Ctrl+Z takes that back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n on which all agree went into gold.</source>
        <translation>
            <numerusform>%n on which all agree went into gold.</numerusform>
            <numerusform>%n on which all agree went into gold.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ctrl+Z takes back your last decision first, then this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Z takes that back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DefinitionCard</name>
    <message>
        <source>It has no definition yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Avoid when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hold to look, press to keep or close; on a selected span only its label</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DescribingDoing</name>
    <message>
        <source>Saved. Ctrl+Z takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a tag first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) tagged. One step: Ctrl+Z takes all of it back.</source>
        <translation>
            <numerusform>%n document tagged. One step: Ctrl+Z takes all of it back.</numerusform>
            <numerusform>%n documents tagged. One step: Ctrl+Z takes all of it back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>The first %1 of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Also the %n place(s) in documents that are done</source>
        <translation>
            <numerusform>Also the %n place in documents that are done</numerusform>
            <numerusform>Also the %n places in documents that are done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Label %n place(s)</source>
        <translation>
            <numerusform>Label %n place</numerusform>
            <numerusform>Label %n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Relabel %n place(s)</source>
        <translation>
            <numerusform>Relabel %n place</numerusform>
            <numerusform>Relabel %n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Even out %n place(s)</source>
        <translation>
            <numerusform>Even out %n place</numerusform>
            <numerusform>Even out %n places</numerusform>
        </translation>
    </message>
    <message>
        <source>Rightly not labelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is meant so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels in the corpus</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n span</numerusform>
            <numerusform>%n spans</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 spans a document that was begun. %2 % of the spans lie inside others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why? Enter keeps it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reason why it is meant so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label to give</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DifferenceSide</name>
    <message>
        <source>%1 in “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ only in the backup, − only here, ≠ different</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spans that differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being compared with the library…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library&apos;s file is damaged. This backup is sound; what can be read equals it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>What is saved is what this backup holds; %n change(s) not saved yet are not counted.</source>
        <translation>
            <numerusform>What is saved is what this backup holds; %n change not saved yet is not counted.</numerusform>
            <numerusform>What is saved is what this backup holds; %n changes not saved yet are not counted.</numerusform>
        </translation>
    </message>
    <message>
        <source>The library holds what this backup holds.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DifferencesModel</name>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corpora</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents that only the backup holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents that differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents that only the library holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ticked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DocumentBar</name>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status of the document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample: without suggestions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several people work on it apart, to be compared. What machines found is not shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentBin</name>
    <message>
        <source>keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close the bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents in the bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty the bin…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of this corpus is in the bin, but of others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bin is empty.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DocumentDelegate</name>
    <message>
        <source>New title</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DocumentFields</name>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words and conditions, as in the list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DocumentList</name>
    <message>
        <source>Find a document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrow down, kept filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort and bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No title fits “{words}”. Enter searches the texts, Esc empties the search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No document fits “{words}”. Esc empties the search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list cannot be read: the library is damaged. File, Check the library… saves what can be read; File, Backups… brings a sound copy back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a tag away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every document is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No document is done yet. Ctrl+Enter marks the open one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No documents yet. Ctrl+O opens files; or drop an article into the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As they came in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most spans first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the bin</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DocumentModel</name>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n span</numerusform>
            <numerusform>%n spans</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentSheet</name>
    <message numerus="yes">
        <source>Give these tags to %n listed document(s)</source>
        <translation>
            <numerusform>Give these tags to %n listed document</numerusform>
            <numerusform>Give these tags to %n listed documents</numerusform>
        </translation>
    </message>
    <message>
        <source>save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About this document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags: a comma ends one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmptyBinStrip</name>
    <message>
        <source>{what} deleted for ever. The backup of {when} holds what was in the bin: File &gt; Backups…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n corpus(es)</source>
        <translation>
            <numerusform>%n corpus</numerusform>
            <numerusform>%n corpora</numerusform>
        </translation>
    </message>
    <message>
        <source>{documents} and {corpora}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete {what} for ever?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bin of the whole library is emptied, and Ctrl+Z does not bring back what was in it. A backup is made first: File &gt; Backups… brings documents back out of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete for ever</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation type="unfinished">Keep it</translation>
    </message>
</context>
<context>
    <name>Ending</name>
    <message numerus="yes">
        <source>%n still open: %1 again finishes it with them open.</source>
        <translation>
            <numerusform>%n still open: %1 again finishes it with them open.</numerusform>
            <numerusform>%n still open: %1 again finishes it with them open.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is not finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Finished, %n open</source>
        <translation>
            <numerusform>Finished, %n open</numerusform>
            <numerusform>Finished, %n open</numerusform>
        </translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All decided here</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n put off</source>
        <translation>
            <numerusform>%n put off</numerusform>
            <numerusform>%n put off</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to decide</source>
        <translation>
            <numerusform>%n to decide</numerusform>
            <numerusform>%n to decide</numerusform>
        </translation>
    </message>
    <message>
        <source>what was put off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finish, open next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Everywhere</name>
    <message>
        <source>There is no other label in this label set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a span first: click it, or press Tab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for the same words…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These words stand nowhere else in this corpus. Esc closes the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExampleItem</name>
    <message>
        <source>Say why…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it an example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it a counter-example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do with this example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this example out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is it so?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Examples</name>
    <message>
        <source>Mark it so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select words in an article and press Ctrl Shift E to pin them here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportFlow</name>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting… %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported: {recovered} of {spans} spans recovered</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of this recipe is unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was kept by a newer version and has choices that this one does not know: {choices}. The form shows the others; look at them before you export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Export %n document(s)</source>
        <translation>
            <numerusform>Export %n document</numerusform>
            <numerusform>Export %n documents</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message>
        <source>No document fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose documents of another status.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose documents of other tags or status.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be exported so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FacetModel</name>
    <message>
        <source>Narrow to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside a span of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spans of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In documents that are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In documents tagged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not labelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already labelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chosen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FeedbackPage</name>
    <message>
        <source>place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places where gold differs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FeedbackPanel</name>
    <message>
        <source>nothing marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FeedbackWords</name>
    <message>
        <source>not in gold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other edges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other edges and label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No gold on the documents of %1 yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No gold on your documents yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gold is as %1 labelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gold is as you labelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Gold differs at %n place(s)</source>
        <translation>
            <numerusform>Gold differs at %n place</numerusform>
            <numerusform>Gold differs at %n places</numerusform>
        </translation>
    </message>
    <message>
        <source>When a reviewer has decided, or gold came in a package, it is compared here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) with gold.</source>
        <translation>
            <numerusform>%n document with gold.</numerusform>
            <numerusform>%n documents with gold.</numerusform>
        </translation>
    </message>
    <message>
        <source>Strict F1 with gold: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By week: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gold came without a decision on this place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken otherwise by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put off by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>back to the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FigureSheet</name>
    <message>
        <source>Choose a row: its places in the texts come here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FiguresDoing</name>
    <message>
        <source>Tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to draw yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) that a spreadsheet would take for a formula begin with an apostrophe.</source>
        <translation>
            <numerusform>%n cell that a spreadsheet would take for a formula begins with an apostrophe.</numerusform>
            <numerusform>%n cells that a spreadsheet would take for formulas begin with an apostrophe.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FiguresPage</name>
    <message numerus="yes">
        <source>%n place(s) evened out. One step: Ctrl+Z takes all of it back.</source>
        <translation>
            <numerusform>%n place evened out. One step: Ctrl+Z takes all of it back.</numerusform>
            <numerusform>%n places evened out. One step: Ctrl+Z takes all of it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left as they are: in documents that are done, in another layer, or changed since.</source>
        <translation>
            <numerusform>%n left as it is: in a document that is done, in another layer, or changed since.</numerusform>
            <numerusform>%n left as they are: in documents that are done, in another layer, or changed since.</numerusform>
        </translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lengths and nesting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consistency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the table…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the plot…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileChoices</name>
    <message>
        <source>Spans in parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer of spans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>So in all %n file(s)</source>
        <translation>
            <numerusform>So in the %n file</numerusform>
            <numerusform>So in all %n files</numerusform>
        </translation>
    </message>
    <message>
        <source>the usual one: named entities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from first to last word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one span for each part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave the file out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileFact</name>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All corpora, spans and steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified copies of libraries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved label sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To begin other corpora with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this page shows; no work is in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened, without a word of any text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Derived data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May be deleted at any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the path: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path is on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder is made when it is first needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program here shows folders; copy the path instead.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileView</name>
    <message>
        <source>This file stays out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You left this file out. Space takes it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text is already in the corpus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same text as {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same text as “{title}”, which is in the corpus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its spans join the text that is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After import the text never changes, so spans always point at these exact words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) look like website text and will be left out.</source>
        <translation>
            <numerusform>%n line looks like website text and will be left out.</numerusform>
            <numerusform>%n lines look like website text and will be left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) look like website text.</source>
        <translation>
            <numerusform>%n line looks like website text.</numerusform>
            <numerusform>%n lines look like website text.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep them</source>
        <translation>
            <numerusform>Keep it</numerusform>
            <numerusform>Keep them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave them out</source>
        <translation>
            <numerusform>Leave it out</numerusform>
            <numerusform>Leave them out</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave this file out</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Read all %n such file(s) so</source>
        <translation>
            <numerusform>Read the %n such file so</numerusform>
            <numerusform>Read all %n such files so</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n span</numerusform>
            <numerusform>%n spans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n label</numerusform>
            <numerusform>%n labels</numerusform>
        </translation>
    </message>
    <message>
        <source>Marked by {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predictions, in a layer of their own: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>In all %n such file(s)</source>
        <translation>
            <numerusform>In the %n such file</numerusform>
            <numerusform>In all %n such files</numerusform>
        </translation>
    </message>
    <message>
        <source>Nearly the same text as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearly the same text as “{title}”, which is in the corpus ({percent} % alike).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterChoices</name>
    <message>
        <source>%1 against %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class of difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pair of people</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterLine</name>
    <message>
        <source>Search the titles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only to decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everything again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterRow</name>
    <message>
        <source>Undecided only</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>no hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hit before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in this article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hit before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find these words in the whole corpus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindPage</name>
    <message>
        <source>Find in all documents of this corpus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By words before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By words after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the hits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrow to</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message numerus="yes">
        <source>%n more of this kind</source>
        <translation>
            <numerusform>%n more of this kind</numerusform>
            <numerusform>%n more of this kind</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A damaged file is read, never written into.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be put right safely: nothing here or in a backup proves what it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can be put right. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indexes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>References that lead nowhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spans outside their text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spans that cover other words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log of steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replay of the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decisions and comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brought by packages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the library says of itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose and which a thing is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FixedList</name>
    <message>
        <source>The keys below belong to the caret, to lists, fields and sheets. They stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the packages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Following</name>
    <message>
        <source>Press Ctrl Shift Z once more to redo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Ctrl Z once more to undo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redone: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormFields</name>
    <message>
        <source>Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nested spans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Within a token</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GapForm</name>
    <message>
        <source>Why do they differ?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason, then Enter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GapWalk</name>
    <message>
        <source>From the beginning again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the end again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>No name without a label within %n character(s). The key again looks further.</source>
        <translation>
            <numerusform>No name without a label within %n character. The key again looks further.</numerusform>
            <numerusform>No name without a label within %n characters. The key again looks further.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing that looks like a name is without a label.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HandOutPage</name>
    <message>
        <source>Round %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No document fits what is chosen above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick people, or write the names of new ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the round a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a round of that name already. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder that is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n package(s) made.</source>
        <translation>
            <numerusform>%n package made.</numerusform>
            <numerusform>%n packages made.</numerusform>
        </translation>
    </message>
    <message>
        <source>Give each person theirs: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand out work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rounds before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Package {done} of {all} made…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Making %n package(s)…</source>
        <translation>
            <numerusform>Making %n package…</numerusform>
            <numerusform>Making %n packages…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %n package(s)</source>
        <translation>
            <numerusform>Make %n package</numerusform>
            <numerusform>Make %n packages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) for</source>
        <translation>
            <numerusform>%n document for</numerusform>
            <numerusform>%n documents for</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them goes to several people, to be compared.</source>
        <translation>
            <numerusform>%n of them goes to several people, to be compared.</numerusform>
            <numerusform>%n of them go to several people, to be compared.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everybody works on other documents; nothing can be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who gets how much</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} {done} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{round}, {day}. Done: {people}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HandTitles</name>
    <message>
        <source>For {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>{title} · to compare</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undo only this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>back to here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undo last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved yet, so not in the list:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole corpus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in the history fits. Esc empties the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was done here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) kept.</source>
        <translation>
            <numerusform>%n change kept.</numerusform>
            <numerusform>%n changes kept.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is ever deleted from the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labelling by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HitActs</name>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s) had a label already, or are in documents that are done.</source>
        <translation>
            <numerusform>%n hit had a label already, or is in a document that is done.</numerusform>
            <numerusform>%n hits had a label already, or are in documents that are done.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s) had no span of yours with just these words to change.</source>
        <translation>
            <numerusform>%n hit had no span of yours with just these words to change.</numerusform>
            <numerusform>%n hits had no span of yours with just these words to change.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no hits to save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the hits</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s) saved as %1</source>
        <translation>
            <numerusform>%n hit saved as %1</numerusform>
            <numerusform>%n hits saved as %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) that a spreadsheet would take for a formula begin with an apostrophe.</source>
        <translation>
            <numerusform>%n cell that a spreadsheet would take for a formula begins with an apostrophe.</numerusform>
            <numerusform>%n cells that a spreadsheet would take for formulas begin with an apostrophe.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HitDesk</name>
    <message>
        <source>No corpus is open. Choose one with the button at the top left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type words to see every place where they stand, with the spans there. Tick places with Space and press a label&apos;s key: one step labels them all. Without words, choose a label at the right to list its spans.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing like this is left when hits are narrowed so. Click a ticked choice to widen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing like this stands in the corpus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s) in %1</source>
        <translation>
            <numerusform>%n hit in %1</numerusform>
            <numerusform>%n hits in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them inside another span</source>
        <translation>
            <numerusform>%n of them inside another span</numerusform>
            <numerusform>%n of them inside another span</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) copied.</source>
        <translation>
            <numerusform>%n line copied.</numerusform>
            <numerusform>%n lines copied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HitFoot</name>
    <message>
        <source>%1 of %2. Esc stops; nothing is changed then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Label %n ticked as</source>
        <translation>
            <numerusform>Label %n ticked as</numerusform>
            <numerusform>Label %n ticked as</numerusform>
        </translation>
    </message>
    <message>
        <source>Relabel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove spans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label to give</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HitModel</name>
    <message>
        <source>ticked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportDelegate</name>
    <message>
        <source>which column?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encoding guessed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>which letters?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>already in the corpus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same text as {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) known already</source>
        <translation>
            <numerusform>%n text known already</numerusform>
            <numerusform>%n texts known already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) look like website text</source>
        <translation>
            <numerusform>%n line looks like website text</numerusform>
            <numerusform>%n lines look like website text</numerusform>
        </translation>
    </message>
    <message>
        <source>nearly the same as {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) in parts</source>
        <translation>
            <numerusform>%n span in parts</numerusform>
            <numerusform>%n spans in parts</numerusform>
        </translation>
    </message>
    <message>
        <source>very short texts: the right column?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>which layer?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message>
        <source>predictions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing new</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n span</numerusform>
            <numerusform>%n spans</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportFlow</name>
    <message>
        <source>Sample corpus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My corpus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” needs a look first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Import of %n file(s) waits</source>
        <translation>
            <numerusform>Import of %n file waits</numerusform>
            <numerusform>Import of %n files waits</numerusform>
        </translation>
    </message>
    <message>
        <source>Go back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source> (%n more waiting)</source>
        <translation>
            <numerusform> (%n more waiting)</numerusform>
            <numerusform> (%n more waiting)</numerusform>
        </translation>
    </message>
    <message>
        <source>Adding to the library…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the file… %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading… %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go there</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n known already</source>
        <translation>
            <numerusform>%n known already</numerusform>
            <numerusform>%n known already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) added</source>
        <translation>
            <numerusform>%n span added</numerusform>
            <numerusform>%n spans added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more file(s) refused.</source>
        <translation>
            <numerusform>%n more file refused.</numerusform>
            <numerusform>%n more files refused.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) added</source>
        <translation>
            <numerusform>%n document added</numerusform>
            <numerusform>%n documents added</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message numerus="yes">
        <source>Import %n file(s)</source>
        <translation>
            <numerusform>Import %n file</numerusform>
            <numerusform>Import %n files</numerusform>
        </translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>into {corpus}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>into a new corpus named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the new corpus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need a look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file needs a look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Adding %n document(s)…</source>
        <translation>
            <numerusform>Adding %n document…</numerusform>
            <numerusform>Adding %n documents…</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Add %n document(s)</source>
        <translation>
            <numerusform>Add %n document</numerusform>
            <numerusform>Add %n documents</numerusform>
        </translation>
    </message>
    <message>
        <source>Add the spans that are new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is written before a whole file is sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl Z takes it back. Space leaves a file out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every text here is in the corpus already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here can be added. Each file says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of another kind not read: {names}</source>
        <translation>
            <numerusform>%n file of another kind is not read: {names}</numerusform>
            <numerusform>%n files of another kind are not read: {names}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Marked by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crosses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No span selected. Tab goes to the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whoever made the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everywhere at once</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IntoFields</name>
    <message>
        <source>Where to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corpus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the package&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{corpus} (new)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JoinStrip</name>
    <message>
        <source>Who is {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave them apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The work of {name} is shown as {main}&apos;s: one layer a document, equal spans once, one voice in review. Nothing is rewritten: parting them gives back what there was.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JudgingPanel</name>
    <message>
        <source>Span %1 of %2 · %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not judged yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged: %1, by %2. U takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeptAndLeft</name>
    <message>
        <source>In the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>… and %n more, see the sheet below</source>
        <translation>
            <numerusform>… and %n more, see the sheet below</numerusform>
            <numerusform>… and %n more, see the sheet below</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a span</source>
        <translation>
            <numerusform>%n without a span</numerusform>
            <numerusform>%n without a span</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n span</numerusform>
            <numerusform>%n spans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n label</numerusform>
            <numerusform>%n labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s), because of tags</source>
        <translation>
            <numerusform>%n document, because of tags</numerusform>
            <numerusform>%n documents, because of tags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s), because of label or flag</source>
        <translation>
            <numerusform>%n span, because of label or flag</numerusform>
            <numerusform>%n spans, because of label or flag</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeptFilters</name>
    <message>
        <source>Keep the filter “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename a filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep no longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the filter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeptRecipes</name>
    <message>
        <source>Recipe %1 saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe %1 saved anew; Ctrl Z brings the old one back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save under another name…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove, it can be undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (changed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None, choose below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More about recipes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeptStrip</name>
    <message>
        <source>Bring them in here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are kept that could not be saved in this library; in which of its files they were made is not known.</source>
        <translation>
            <numerusform>%n change is kept that could not be saved in this library; in which of its files it was made is not known.</numerusform>
            <numerusform>%n changes are kept that could not be saved in this library; in which of its files they were made is not known.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are kept for another file of this library, %1, and are brought in when that one is opened.</source>
        <translation>
            <numerusform>%n change is kept for another file of this library, %1, and is brought in when that one is opened.</numerusform>
            <numerusform>%n changes are kept for another file of this library, %1, and are brought in when that one is opened.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are kept that could not be saved before this file was put in the place of the one they were made in. They are safe, and may fit here too.</source>
        <translation>
            <numerusform>%n change is kept that could not be saved before this file was put in the place of the one it was made in. It is safe, and may fit here too.</numerusform>
            <numerusform>%n changes are kept that could not be saved before this file was put in the place of the one they were made in. They are safe, and may fit here too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are kept that could not be saved in %1. That file is not there any more, or another one has its place; this is a file of the same library.</source>
        <translation>
            <numerusform>%n change is kept that could not be saved in %1. That file is not there any more, or another one has its place; this is a file of the same library.</numerusform>
            <numerusform>%n changes are kept that could not be saved in %1. That file is not there any more, or another one has its place; this is a file of the same library.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>When the program ended, %n more change(s) were not saved and are not in this library; do them again: %1.</source>
        <translation>
            <numerusform>When the program ended, %n more change was not saved and is not in this library; do it again: %1.</numerusform>
            <numerusform>When the program ended, %n more changes were not saved and are not in this library; do them again: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>A newer version of the program kept changes for this library in %1. They are left as they are; open the library with that version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something was kept for this library that is damaged and could not be brought in, or not all of it. Not a byte of it was changed; it lies in %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyEditor</name>
    <message>
        <source>%1 cannot be told from other keys; press another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the article %1 alone belongs to labels; hold Ctrl or Alt with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 moves the caret, copies or selects all; it stays with the article.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Review %1 alone takes a variant; press another key, or hold Ctrl or Alt with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 alone is needed for typing; hold Ctrl or Alt with it, or take F1 to F12.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the whole window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the key %1 away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is its key already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is the key of “%2”, %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most desktops keep %1 for themselves; it may never arrive here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press a new key; Esc leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New key for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key, as shipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it there</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>All keys are as shipped again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has its shipped keys again: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no key again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n changed action(s) written to %1.</source>
        <translation>
            <numerusform>%n changed action written to %1.</numerusform>
            <numerusform>%n changed actions written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) left out: they make no sense here.</source>
        <translation>
            <numerusform>%n entry left out: it makes no sense here.</numerusform>
            <numerusform>%n entries left out: they make no sense here.</numerusform>
        </translation>
    </message>
    <message>
        <source>The keys of %1 are in force.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the keys…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load keys…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset all keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyRow</name>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no key</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>All keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabelActs</name>
    <message>
        <source>Merge into…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>See and split %n span(s)</source>
        <translation>
            <numerusform>See and split %n span</numerusform>
            <numerusform>See and split %n spans</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelBar</name>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold the label as a brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · key {key}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabelForm</name>
    <message>
        <source>Swap the keys, {key} for this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A label needs a name. Write one, or press Esc for the old one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Definition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Avoid when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is marked with this label, and what is not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signs that it is this label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What looks like it and is not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stands where the name has no room; empty: its first letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look through them</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) decided under an older definition</source>
        <translation>
            <numerusform>%n span decided under an older definition</numerusform>
            <numerusform>%n spans decided under an older definition</numerusform>
        </translation>
    </message>
    <message>
        <source>Not used yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used {times} in {documents}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelList</name>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n label</numerusform>
            <numerusform>%n labels</numerusform>
        </translation>
    </message>
    <message>
        <source>spans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load a label set…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt ↑ and Alt ↓ change the order. Spans follow each change; Ctrl Z brings all back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {version} of {date}, {person}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabelModel</name>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n span</numerusform>
            <numerusform>%n spans</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelParts</name>
    <message>
        <source>Spans of each label by part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>documents without a span</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n span</numerusform>
            <numerusform>%n spans</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelPlace</name>
    <message>
        <source>“%1” cannot be read: the library&apos;s file is damaged where its text or its spans are. Nothing was changed. The check says whether a backup brings it back, and saves all that can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No document is open. Choose one at the left, or open files with Ctrl O.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabelSetPage</name>
    <message>
        <source>new label</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabelSheet</name>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n span</numerusform>
            <numerusform>%n spans</numerusform>
        </translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spans by label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is labelled yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a document that was begun, %2 in a thousand characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>In %n document(s).</source>
        <translation>
            <numerusform>In %n document.</numerusform>
            <numerusform>In %n documents.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabellingSession</name>
    <message>
        <source>This label is not in the label set any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing else to take here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no word at the caret that could get this label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no span in this document yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No further span in this direction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only blanks and punctuation are selected; take exact characters to label them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No span is selected: click one, or press Tab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This edge cannot go further.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These words already have this label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library is open for reading: nothing can be labelled here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This layer is somebody else&apos;s, for reading. Ctrl+Shift+L lets you work in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This layer is only for reading. Choose your own to label the document.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerButton</name>
    <message>
        <source>Whose layer is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for reading</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LeftOut</name>
    <message>
        <source>Copy the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spans left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds everything that was chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first {shown} of {all}; the others are listed once the file is written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LengthSheet</name>
    <message>
        <source>No spans yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label something: how long spans are stands here then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Half of the spans have at most %n syllable(s)</source>
        <translation>
            <numerusform>Half of the spans have at most %n syllable</numerusform>
            <numerusform>Half of the spans have at most %n syllables</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 characters on average, the longest %2; %3 syllables on average.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Syllables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lengths in syllables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spans by characters, from … on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>crosses another one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nesting</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>in %n other(s)</source>
        <translation>
            <numerusform>in %n other</numerusform>
            <numerusform>in %n others</numerusform>
        </translation>
    </message>
    <message>
        <source>in no other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 syllables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2 characters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Likeness</name>
    <message>
        <source>No other open difference is like this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which one for all of them?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more like this in the corpus</source>
        <translation>
            <numerusform>%n more like this in the corpus</numerusform>
            <numerusform>%n more like this in the corpus</numerusform>
        </translation>
    </message>
    <message>
        <source>decide alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the variants goes into gold:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is %2 in gold:</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n decided alike. One step: Ctrl+Z takes all of it back.</source>
        <translation>
            <numerusform>%n decided alike. One step: Ctrl+Z takes it back.</numerusform>
            <numerusform>%n decided alike. One step: Ctrl+Z takes all of it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left as they are: they changed meanwhile.</source>
        <translation>
            <numerusform>%n left as it is: it changed meanwhile.</numerusform>
            <numerusform>%n left as they are: they changed meanwhile.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LossModel</name>
    <message>
        <source>Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Making</name>
    <message>
        <source>Back up now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder is not there now, so no backup is made. Connect its disk or choose another.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatrixHead</name>
    <message>
        <source>Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same spans (strict F1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same spans, not filtered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MatrixModel</name>
    <message>
        <source>not begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for somebody&apos;s spans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>strict F1 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n to decide</source>
        <translation>
            <numerusform>%n to decide</numerusform>
            <numerusform>%n to decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left open</source>
        <translation>
            <numerusform>%n left open</numerusform>
            <numerusform>%n left open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MatrixRows</name>
    <message>
        <source>waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MergeFacts</name>
    <message>
        <source>Made by {name}, {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This package was made here by {name}, {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gold for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gold and decisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work to be done</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>new document(s)</source>
        <translation>
            <numerusform>new document</numerusform>
            <numerusform>new documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>document(s) that are here already</source>
        <translation>
            <numerusform>document that is here already</numerusform>
            <numerusform>documents that are here already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of them known by their text</source>
        <translation>
            <numerusform>of them known by its text</numerusform>
            <numerusform>of them known by their text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>layer(s)</source>
        <translation>
            <numerusform>layer</numerusform>
            <numerusform>layers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>new change(s)</source>
        <translation>
            <numerusform>new change</numerusform>
            <numerusform>new changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>change(s) that are here already</source>
        <translation>
            <numerusform>change that is here already</numerusform>
            <numerusform>changes that are here already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>span(s) come</source>
        <translation>
            <numerusform>span comes</numerusform>
            <numerusform>spans come</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>span(s) change</source>
        <translation>
            <numerusform>span changes</numerusform>
            <numerusform>spans change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>span(s) go</source>
        <translation>
            <numerusform>span goes</numerusform>
            <numerusform>spans go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>thing(s) changed apart</source>
        <translation>
            <numerusform>thing changed apart</numerusform>
            <numerusform>things changed apart</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergePage</name>
    <message>
        <source>Restored. It holds from now on, here and wherever it is taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take in a package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This work is for {name}. What you mark from then on is theirs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names of other people stay hidden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work as {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking it in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking in {done} of {all}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the corpus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it in</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Take in %n change(s)</source>
        <translation>
            <numerusform>Take in %n change</numerusform>
            <numerusform>Take in %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take in %n document(s)</source>
        <translation>
            <numerusform>Take in %n document</numerusform>
            <numerusform>Take in %n documents</numerusform>
        </translation>
    </message>
    <message>
        <source>It is taken in. What does not hold can be restored here, piece by piece.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Ask who made it which text is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of it is here already; taking it in would change nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step: Ctrl Z takes all of it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken in: work for {name}: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken in: {name}&apos;s work: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken in: gold for {name}: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n span</numerusform>
            <numerusform>%n spans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new change(s)</source>
        <translation>
            <numerusform>%n new change</numerusform>
            <numerusform>%n new changes</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken in: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MergeStrip</name>
    <message>
        <source>Into which label does {label} go?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step: Ctrl Z brings label and spans back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No span carries it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n span</numerusform>
            <numerusform>%n spans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message>
        <source>{spans} in {documents} take the label {label}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{spans} in {documents} take the label {label}, %n of them by another annotator.</source>
        <translation>
            <numerusform>{spans} in {documents} take the label {label}, %n of them by another annotator.</numerusform>
            <numerusform>{spans} in {documents} take the label {label}, %n of them by another annotator.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them stand(s) on words that carry it already: there two become one.</source>
        <translation>
            <numerusform>%n of them stands on words that carry it already: there two become one.</numerusform>
            <numerusform>%n of them stand on words that carry it already: there two become one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeView</name>
    <message>
        <source>In the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>New labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in it needs a look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents with changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents without changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message>
        <source>“{title}” is here with another text; the package cannot be taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>… and %n more line(s)</source>
        <translation>
            <numerusform>… and %n more line</numerusform>
            <numerusform>… and %n more lines</numerusform>
        </translation>
    </message>
    <message>
        <source>Holds: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not hold: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MissingTable</name>
    <message>
        <source>Documents, for spans that are missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not looked at</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MoreFields</name>
    <message>
        <source>All labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of the draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> % errors</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NameCard</name>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Narrowing</name>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words in the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With an unsure span</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With notes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewFields</name>
    <message>
        <source>%1 restored %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where it goes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the folder %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file of that name is there already, so this one has a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is there already and stays as it is. Name another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new library</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoneYet</name>
    <message>
        <source>There is no backup yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A backup is a copy of the whole library that was read back and compared: texts, spans, labels, history. Once there is one, you see here what differs from it, and bring back single documents or all of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One is made by itself when the library is opened or closed and something changed, before an import, before a package is taken in, and before the bin is emptied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are kept away from the library, in this folder:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Offering</name>
    <message numerus="yes">
        <source>You decided %n times alike. A rule? %1</source>
        <translation>
            <numerusform>You decided %n time so. A rule? %1</numerusform>
            <numerusform>You decided %n times alike. A rule? %1</numerusform>
        </translation>
    </message>
    <message>
        <source>show what it settles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is left that it would settle: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The rule settled %n. One step: Ctrl+Z takes all of it back.</source>
        <translation>
            <numerusform>The rule settled %n. One step: Ctrl+Z takes it back.</numerusform>
            <numerusform>The rule settled %n. One step: Ctrl+Z takes all of it back.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is not offered again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpeningPage</name>
    <message>
        <source>Opening the library…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverviewFoot</name>
    <message>
        <source>strict F1 %1 (%2 to %3), boundaries alone %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>strict F1 %1, boundaries alone %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not filtered: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents that wait for nobody (%1 of %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>person is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>– not given to this person</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverviewHead</name>
    <message>
        <source>Start with the hardest</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for somebody&apos;s spans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No document is like that. Esc shows all of them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents by people</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverviewSheet</name>
    <message numerus="yes">
        <source>%1 of %n document(s) done</source>
        <translation>
            <numerusform>%1 of %n document done</numerusform>
            <numerusform>%1 of %n documents done</numerusform>
        </translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents by status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done / begun or looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spans a document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>can be compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of these, with finished gold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decisions: taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken otherwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spans in gold</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n span</numerusform>
            <numerusform>%n spans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
            <numerusform>%n layer</numerusform>
            <numerusform>%n layers</numerusform>
        </translation>
    </message>
    <message>
        <source>Documents of this status.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spans in this person&apos;s layers.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverviewWords</name>
    <message>
        <source>Comparing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) to decide</source>
        <translation>
            <numerusform>%n difference to decide</numerusform>
            <numerusform>%n differences to decide</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be decided yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is left to decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 documents are still to be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1, as filtered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1 of %2 documents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n already settled.</source>
        <translation>
            <numerusform>%n already settled.</numerusform>
            <numerusform>%n already settled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left open in finished documents.</source>
        <translation>
            <numerusform>%n left open in finished documents.</numerusform>
            <numerusform>%n left open in finished documents.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) wait(s) for somebody&apos;s spans.</source>
        <translation>
            <numerusform>%n document waits for somebody&apos;s spans.</numerusform>
            <numerusform>%n documents wait for somebody&apos;s spans.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Gold of %n document(s) is finished.</source>
        <translation>
            <numerusform>Gold of %n document is finished.</numerusform>
            <numerusform>Gold of %n documents is finished.</numerusform>
        </translation>
    </message>
    <message>
        <source>%3 %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handed out, %1. Done so far: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Close the %n without differences</source>
        <translation>
            <numerusform>Close the %n without differences</numerusform>
            <numerusform>Close the %n without differences</numerusform>
        </translation>
    </message>
    <message>
        <source>Closing what has no differences… %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) closed. One step: Ctrl+Z takes all of it back.</source>
        <translation>
            <numerusform>%n document closed. One step: Ctrl+Z takes all of it back.</numerusform>
            <numerusform>%n documents closed. One step: Ctrl+Z takes all of it back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PackagePage</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PackagesDoing</name>
    <message>
        <source>Packages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take in a package</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Past</name>
    <message>
        <source>Restored. Ctrl+Z takes that back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has ruled on this yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PastBeside</name>
    <message numerus="yes">
        <source>%n thing(s) brought back.</source>
        <translation>
            <numerusform>%n thing brought back.</numerusform>
            <numerusform>%n things brought back.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is as it was then already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was brought back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PastList</name>
    <message>
        <source>in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Paused</name>
    <message>
        <source>Since a backup was restored (%1) none is removed: you may take another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thin out again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PeopleDelegate</name>
    <message>
        <source>New name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PeopleFields</name>
    <message>
        <source>To whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick who is to get work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names, with commas between</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PeopleModel</name>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n span</numerusform>
            <numerusform>%n spans</numerusform>
        </translation>
    </message>
    <message>
        <source>at the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>also {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>came with a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what review made</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>at the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is at the desk now: what you label from here on is theirs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is at the desk: new labels go into {name}&apos;s layer, and the history says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who labels here?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of a new person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is the same person as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Picker</name>
    <message>
        <source>Labels for the selected words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a span</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PinCard</name>
    <message>
        <source>Pin into the codebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is, for the label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A counter-example</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaceDelegate</name>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaceFields</name>
    <message>
        <source>Name where it is to go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is there already: tick “%1”, or name another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder that it goes into is missing: tick “%1”, or name another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No document fits what is chosen above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a place…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace the files that are there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace the file that is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the folder, it is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PresetSheet</name>
    <message>
        <source>Load a label set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step: Ctrl Z takes all of it back. Spans stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to load</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Add %n label(s)</source>
        <translation>
            <numerusform>Add %n label</numerusform>
            <numerusform>Add %n labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %n label(s)</source>
        <translation>
            <numerusform>Change %n label</numerusform>
            <numerusform>Change %n labels</numerusform>
        </translation>
    </message>
    <message>
        <source>Add {added}, change {changed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is just so already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>short name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>definition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>avoid when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changes: {fields}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without its key {key}, which another label has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label sets</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewView</name>
    <message>
        <source>In the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not text; it holds these spans: from, to, label, words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n dashed: not in the file</source>
        <translation>
            <numerusform>%n dashed: not in the file</numerusform>
            <numerusform>%n dashed: not in the file</numerusform>
        </translation>
    </message>
    <message>
        <source>In the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressFoot</name>
    <message>
        <source>{done} of {total} done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {total} fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done, next</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProofView</name>
    <message>
        <source>Show in its folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{recovered} of {spans} spans recovered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was read back and compared with the library, span by span and word by word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message>
        <source>Reckoning…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would be in the file is found out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels by part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kept} of {spans} spans will be in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is written yet. What is written is read back and compared, span by span.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) of the choice are not in it; why is said below.</source>
        <translation>
            <numerusform>%n span of the choice is not in it; why is said below.</numerusform>
            <numerusform>%n spans of the choice are not in it; why is said below.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the file back did not find every span. Do not use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that were changed since the last export were left: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionStrip</name>
    <message>
        <source>Label that takes the spans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a label</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuietStrip</name>
    <message>
        <source>all here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show the list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadingStrip</name>
    <message>
        <source>Open for writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the library…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open for reading: another window of the program writes in this library, so nothing can be changed here. What is saved there is shown here, and this line says when it has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open for reading. Nobody else writes in this library any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a backup, open for reading: it stays as it is. File, Open another library… leads back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open for reading: the file or its folder may not be written, so nothing can be changed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This library is damaged, so nothing more is written into it. What can still be read is shown. The check says what is lost and saves the rest; a backup can take its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This library is sound again. Until it is opened again it is only read.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Readings</name>
    <message>
        <source>How should these letters read?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecipeForm</name>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSONL (own, keeps everything)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CoNLL (one token a line)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vietnamese syllables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the outermost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the innermost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep all, a column for each level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A column for each label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refuse when there are any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spans inside another one are left out and listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spans that hold another one are left out and listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outermost come first; a span inside another stands one column on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of spans of one label that overlap, one is kept and the others are listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is written when spans are nested or cross.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>doccano (JSON lines)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prodigy (JSON lines)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spaCy (DocBin)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hugging Face datasets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brat (standoff)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WebAnno TSV 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label Studio (JSON)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table of spans (CSV)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UIMA CAS (XMI)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UIMA CAS (JSON)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vietnamese words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the span out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Widen it to whole tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrow it to whole tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By their names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As A1, A2, …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same text, or nearly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dev</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RefusedPage</name>
    <message>
        <source>This library could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open for reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save what can be read…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the backup of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the backup of %1 in its place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin an empty library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another backup…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a backup…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another library…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This library is not there any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This library is free now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have this library open already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else is writing in this library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is writing in this library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file of this library is damaged. It was not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sound backup of it can take its place; the damaged file is kept beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No backup of this very file is known, only of another file of the same library. What is in this file alone is not in it: save first what can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No backup was found that is surely of this library. Choose one if you know it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup of %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was made of another file of this library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file was last written at %1: what was done after the backup is not in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has ended. Everything that was saved there is in the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is open in “%1” on the computer %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. You can read everything that is saved there; to write, close it there and wait: this page says when the library is free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It began at %1, just now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>It began at %1, %n minute(s) ago.</source>
        <translation>
            <numerusform>It began at %1, %n minute ago.</numerusform>
            <numerusform>It began at %1, %n minutes ago.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It began at %1, %n hour(s) ago.</source>
        <translation>
            <numerusform>It began at %1, %n hour ago.</numerusform>
            <numerusform>It began at %1, %n hours ago.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It began at %1, %n day(s) ago.</source>
        <translation>
            <numerusform>It began at %1, %n day ago.</numerusform>
            <numerusform>It began at %1, %n days ago.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RefusedStrip</name>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) that could not be saved before are not in the library: it does not accept them any more. They stay kept here until you let them go.</source>
        <translation>
            <numerusform>%n change that could not be saved before is not in the library: it does not accept it any more. It stays kept here until you let it go.</numerusform>
            <numerusform>%n changes that could not be saved before are not in the library: it does not accept them any more. They stay kept here until you let them go.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let them go</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemoveStrip</name>
    <message numerus="yes">
        <source>Where do the %n span(s) of {label} go?</source>
        <translation>
            <numerusform>Where does the %n span of {label} go?</numerusform>
            <numerusform>Where do the %n spans of {label} go?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n span(s)</source>
        <translation>
            <numerusform>Move %n span</numerusform>
            <numerusform>Move %n spans</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove them too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step: Ctrl Z brings label and spans back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Looking at the library…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report is on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is all that the file will hold: versions, settings, counts and the log, without a word of any document. Read it and take out what you like. Nothing is sent; you hand it on yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportingDoing</name>
    <message>
        <source>Save the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be written (%2). The report is still here; choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewDoing</name>
    <message>
        <source>all keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewFrame</name>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Tab goes to the next page, Ctrl+Shift+Tab back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filtered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names hidden</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewTabs</name>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My feedback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewWaiting</name>
    <message numerus="yes">
        <source>left out: %n document(s) that wait for somebody</source>
        <translation>
            <numerusform>left out: %n document that waits for somebody</numerusform>
            <numerusform>left out: %n documents that wait for somebody</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoundField</name>
    <message>
        <source>Round</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RowActs</name>
    <message>
        <source>Mark as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) in the bin now. Ctrl+Z takes that back.</source>
        <translation>
            <numerusform>%n document is in the bin now. Ctrl+Z takes that back.</numerusform>
            <numerusform>%n documents are in the bin now. Ctrl+Z takes that back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RulesPage</name>
    <message>
        <source>settle, or show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>turn down, forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The rule settled %n difference(s). Ctrl+Z takes all of it back.</source>
        <translation>
            <numerusform>The rule settled %n difference. Ctrl+Z takes all of it back.</numerusform>
            <numerusform>The rule settled %n differences. Ctrl+Z takes all of it back.</numerusform>
        </translation>
    </message>
    <message>
        <source>Forget the rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn it down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) say so</source>
        <translation>
            <numerusform>%n decision says so</numerusform>
            <numerusform>%n decisions say so</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) against it</source>
        <translation>
            <numerusform>%n decision against it</numerusform>
            <numerusform>%n decisions against it</numerusform>
        </translation>
    </message>
    <message>
        <source>none of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} → {taken}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decided otherwise by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{words}”: against the rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look below at what a rule would settle; nothing is decided without you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n open difference(s) that it settles</source>
        <translation>
            <numerusform>%n open difference that it settles</numerusform>
            <numerusform>%n open differences that it settles</numerusform>
        </translation>
    </message>
    <message>
        <source>None yet. After three equal decisions by hand on the same sort of difference a rule is offered here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which rules hold?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settle them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Said</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave all as it is</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SameWords</name>
    <message>
        <source>close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New label…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all or none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SampleForm</name>
    <message>
        <source>Whose work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SampleTurner</name>
    <message>
        <source>Document {place} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SampleWords</name>
    <message>
        <source>Enough: the work is good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enough: the work is not good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All judged, and still not sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted at %1 errors, refused at %2; %3 right ones in a row are enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) looked through:</source>
        <translation>
            <numerusform>%n document looked through:</numerusform>
            <numerusform>%n documents looked through:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) missing.</source>
        <translation>
            <numerusform>%n span missing.</numerusform>
            <numerusform>%n spans missing.</numerusform>
        </translation>
    </message>
    <message>
        <source>right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong edges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>should not be marked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SamplesPage</name>
    <message>
        <source>judge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one more missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is somebody’s work good enough?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some of one person’s spans are drawn, evenly over the labels. Judge them one by one; it is said when that is enough, and how many errors each label has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error rate (95 %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: one more missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another sample…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors by label</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SavedWords</name>
    <message numerus="yes">
        <source>%n change(s) that could not be saved before are saved now.</source>
        <translation>
            <numerusform>%n change that could not be saved before is saved now.</numerusform>
            <numerusform>%n changes that could not be saved before are saved now.</numerusform>
        </translation>
    </message>
    <message>
        <source>The library is there again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tried again at %1: it could still not be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) kept when the program ended are saved now.</source>
        <translation>
            <numerusform>%n change kept when the program ended is saved now.</numerusform>
            <numerusform>%n changes kept when the program ended are saved now.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not kept; reading it again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note not saved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open for reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n other change(s)</source>
        <translation>
            <numerusform>%n other change</numerusform>
            <numerusform>%n other changes</numerusform>
        </translation>
    </message>
    <message>
        <source>A change beside the article: in a list, a title, a status, or many spans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change of the label set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change of the corpora</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change in Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change of hits in Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change in Figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change of the kept exports</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Not saved: %n change(s)</source>
        <translation>
            <numerusform>Not saved: %n change</numerusform>
            <numerusform>Not saved: %n changes</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing can be saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library&apos;s file is gone or was replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They were kept when the program ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What waits stays in this window, and is saved by itself if the same file is put back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be kept aside for a crash either: leave the program open until it is saved, or save a copy elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that was saved is safe in the backup of %1 (File, Backups…).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest backup is of %1 (File, Backups…).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of it is lost: it stays in this window and is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was saved in it can still be read here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScopeChoice</name>
    <message>
        <source>People&apos;s layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the list: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents in progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose layers are counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which documents are counted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchOptions</name>
    <message>
        <source>Regular expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ignore accents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ignore case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hòa = hoà</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tone mark may stand on either vowel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SelfTestPage</name>
    <message>
        <source>Test again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not tested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is anything lost when the program is killed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{saved} saved, {kills} kills, {lost} lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>A copy of the program labels in a library of its own and is killed %n times while it writes. After each kill the library is opened, checked, and compared with what had been said to be saved. Your own library is not touched. It takes about a minute; you can work meanwhile.</source>
        <translation>
            <numerusform>A copy of the program labels in a library of its own and is killed once while it writes. After the kill the library is opened, checked, and compared with what had been said to be saved. Your own library is not touched. It takes a moment; you can work meanwhile.</numerusform>
            <numerusform>A copy of the program labels in a library of its own and is killed %n times while it writes. After each kill the library is opened, checked, and compared with what had been said to be saved. Your own library is not touched. It takes about a minute; you can work meanwhile.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every change that was said to be saved was there, and the library was sound each time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes that were said to be saved were not there, or the library was damaged. Do not trust this disk with your work: keep your library on another one, and save a report (Help &gt; Report…).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kill {number}: {told} saved before it, {lost} lost, {sound}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kills so far</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SendPage</name>
    <message numerus="yes">
        <source>%n package(s) made.</source>
        <translation>
            <numerusform>%n package made.</numerusform>
            <numerusform>%n packages made.</numerusform>
        </translation>
    </message>
    <message>
        <source>work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send work back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send gold back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Package {done} of {all} made…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Making %n package(s)…</source>
        <translation>
            <numerusform>Making %n package…</numerusform>
            <numerusform>Making %n packages…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %n package(s)</source>
        <translation>
            <numerusform>Make %n package</numerusform>
            <numerusform>Make %n packages</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody has a layer in this corpus yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder that is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give this to whoever handed the work out: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give each person theirs: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Layers on %n document(s)</source>
        <translation>
            <numerusform>Layers on %n document</numerusform>
            <numerusform>Layers on %n documents</numerusform>
        </translation>
    </message>
    <message>
        <source>Their spans, statuses, decisions and comments with all changes; nobody else&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Gold on %n document(s)</source>
        <translation>
            <numerusform>Gold on %n document</numerusform>
            <numerusform>Gold on %n documents</numerusform>
        </translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gold spans</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) in gold</source>
        <translation>
            <numerusform>%n span in gold</numerusform>
            <numerusform>%n spans in gold</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) with reasons</source>
        <translation>
            <numerusform>%n decision with reasons</numerusform>
            <numerusform>%n decisions with reasons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) not finished yet.</source>
        <translation>
            <numerusform>%n review not finished yet.</numerusform>
            <numerusform>%n reviews not finished yet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Each person gets the documents they worked on, and comments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spans</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>%1 is no longer %2. Still so: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no longer %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is %2. Still %4: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is %2, no longer %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is %2. %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %2 from %1. %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %4 becomes %2. %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 as %2. %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: press the key of a label to have instead of %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more here</source>
        <translation>
            <numerusform>%n more here</numerusform>
            <numerusform>%n more here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n here</source>
        <translation>
            <numerusform>%n here</numerusform>
            <numerusform>%n here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n other document(s)</source>
        <translation>
            <numerusform>%1 in %n other document</numerusform>
            <numerusform>%1 in %n other documents</numerusform>
        </translation>
    </message>
    <message>
        <source>Labelled %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not labelled yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside or around another span</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of a longer name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Across a span, or inside or around one that is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With another label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inside a longer word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In documents that are done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Label %n ticked</source>
        <translation>
            <numerusform>Label %n ticked</numerusform>
            <numerusform>Label %n ticked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Relabel %n ticked</source>
        <translation>
            <numerusform>Relabel %n ticked</numerusform>
            <numerusform>Relabel %n ticked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n ticked</source>
        <translation>
            <numerusform>Remove %n ticked</numerusform>
            <numerusform>Remove %n ticked</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing else like this is left here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) labelled %2 in %1.</source>
        <translation>
            <numerusform>%n span labelled %2 in %1.</numerusform>
            <numerusform>%n spans labelled %2 in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) relabelled %2 in %1.</source>
        <translation>
            <numerusform>%n span relabelled %2 in %1.</numerusform>
            <numerusform>%n spans relabelled %2 in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) removed in %1.</source>
        <translation>
            <numerusform>%n span removed in %1.</numerusform>
            <numerusform>%n spans removed in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) had that label already.</source>
        <translation>
            <numerusform>%n place had that label already.</numerusform>
            <numerusform>%n places had that label already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) changed meanwhile and stay as they are.</source>
        <translation>
            <numerusform>%n place changed meanwhile and stays as it is.</numerusform>
            <numerusform>%n places changed meanwhile and stay as they are.</numerusform>
        </translation>
    </message>
    <message>
        <source>One step: Ctrl Z takes all of it back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>%1: back to %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labelling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Font</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The letters of the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the article alone; the column grows with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long a line may become, at the usual text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line spacing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rails and names under the words always have their room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label names under spans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without them lines stand closer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme of the whole window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High: black on white or white on black, lines that are seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gliding to a span, new spans that shine, menus that fade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Density</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height of the rows of lists; letters stay as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles and labels stay in theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selections are not drawn out to whole words; Alt does so once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names in Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without them people are letters, another order in each document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very wide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gliding and fading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing moves by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>All settings and keys are as shipped again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: again %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search settings and keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset all settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make all settings and keys as shipped? The language stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People: who is at the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups, and the folder for them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No setting has these words. Esc empties the search.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shaping</name>
    <message>
        <source>Put the caret inside a span to split it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing would be left on one side of the caret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select over two spans of one label to join them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No span of this label is near enough to be joined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No span is around this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No span is inside this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parts of this span do not fit there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>Annotators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strict F1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 of 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boundaries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 the same, %2 differ, in %n document(s).</source>
        <translation>
            <numerusform>%1 the same, %2 differ, in %n document.</numerusform>
            <numerusform>%1 the same, %2 differ, in %n documents.</numerusform>
        </translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spans compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alpha %1 on syllables: 1 is agreement, 0 what chance gives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spans of two annotators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeats of one person, counted once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2, %3 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other edges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other edges and another label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked by one alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) the same label on the same words.</source>
        <translation>
            <numerusform>Once the same label on the same words.</numerusform>
            <numerusform>%n times the same label on the same words.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) one called it so, the other so, on the same words.</source>
        <translation>
            <numerusform>Once one called it so, the other so, on the same words.</numerusform>
            <numerusform>%n times one called it so, the other so, on the same words.</numerusform>
        </translation>
    </message>
    <message>
        <source>Words at the edge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>behind: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fleiss&apos;s kappa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Showing</name>
    <message>
        <source>The filter lets nothing through here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to decide here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was ruled here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guideline: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>back to the variants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take the only one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take the majority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move an edge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decide later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gap in guideline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>earlier decisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by a character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begin with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take it so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Situation</name>
    <message>
        <source>all keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{one} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only blanks and punctuation are selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brush: {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open the document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move to the bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>label ticked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show in the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take in a package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go to the hits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>back to the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>save the recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lines in or out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file in or out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose a layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>work in this layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hold another label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>let go of the brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>relabel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>label the name here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>narrow, widen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next span</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>let go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done, next</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpanBulk</name>
    <message numerus="yes">
        <source>%n span(s) relabelled.</source>
        <translation>
            <numerusform>%n span relabelled.</numerusform>
            <numerusform>%n spans relabelled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) removed.</source>
        <translation>
            <numerusform>%n span removed.</numerusform>
            <numerusform>%n spans removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) stay: these words already have this label.</source>
        <translation>
            <numerusform>%n span stays: these words already have this label.</numerusform>
            <numerusform>%n spans stay: these words already have this label.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpanHistory</name>
    <message>
        <source>Not in the library yet. What it was before is told here once it is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History of this span</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the span’s history</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpanLines</name>
    <message>
        <source>note or marks differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only in the backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only in the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>different</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpanList</name>
    <message>
        <source>choose several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>relabel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the spans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group the spans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show one label, or spans with a mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by words or label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No document is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No span matches. Esc empties the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No spans yet. Select words in the article and press a label’s key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All spans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpanModel</name>
    <message>
        <source>not saved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpanSheet</name>
    <message>
        <source>The definition changed since. Keep what still holds; move or remove the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick what belongs to another label and move it: one step, Ctrl Z takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose spans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label that takes the spans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a new label…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the new label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spans</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) of {label} decided under an older definition</source>
        <translation>
            <numerusform>%n span of {label} decided under an older definition</numerusform>
            <numerusform>%n spans of {label} decided under an older definition</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) of {label}</source>
        <translation>
            <numerusform>%n span of {label}</numerusform>
            <numerusform>%n spans of {label}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticked</source>
        <translation>
            <numerusform>%n ticked</numerusform>
            <numerusform>%n ticked</numerusform>
        </translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Move %n span(s)</source>
        <translation>
            <numerusform>Move %n span</numerusform>
            <numerusform>Move %n spans</numerusform>
        </translation>
    </message>
    <message>
        <source>everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) had changed meanwhile and stayed.</source>
        <translation>
            <numerusform>%n span had changed meanwhile and stayed.</numerusform>
            <numerusform>%n spans had changed meanwhile and stayed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpanSummary</name>
    <message numerus="yes">
        <source>%n span(s) chosen</source>
        <translation>
            <numerusform>%n span chosen</numerusform>
            <numerusform>%n spans chosen</numerusform>
        </translation>
    </message>
    <message>
        <source>A label’s key relabels all of them in one step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All mark “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n of them unsure</source>
        <translation>
            <numerusform>%n of them unsure</numerusform>
            <numerusform>%n of them unsure</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them with a question</source>
        <translation>
            <numerusform>%n of them with a question</numerusform>
            <numerusform>%n of them with a question</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them with a note</source>
        <translation>
            <numerusform>%n of them with a note</numerusform>
            <numerusform>%n of them with a note</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpanTip</name>
    <message>
        <source>and %n more</source>
        <translation type="unfinished">and %n more</translation>
    </message>
    <message>
        <source>label no longer there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>question</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SplitFields</name>
    <message>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shares in %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balance by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One, no split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train, dev and test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing: every document alone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepCard</name>
    <message>
        <source>and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bin was emptied since: what this did is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo only this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo this and all after it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StringPanel</name>
    <message>
        <source>none of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked by: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>At %n place(s) others marked more or fewer words: look there.</source>
        <translation>
            <numerusform>At %n place others marked more or fewer words: look there.</numerusform>
            <numerusform>At %n places others marked more or fewer words: look there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) in documents that wait for somebody.</source>
        <translation>
            <numerusform>%n place in documents that wait for somebody.</numerusform>
            <numerusform>%n places in documents that wait for somebody.</numerusform>
        </translation>
    </message>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places of the string</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits · %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StringSheet</name>
    <message numerus="yes">
        <source>%n string(s)</source>
        <translation>
            <numerusform>%n string</numerusform>
            <numerusform>%n strings</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 carry several labels, %2 are labelled once only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>String</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the strings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All strings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With several labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labelled once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which strings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StringsPage</name>
    <message>
        <source>next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>label for all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) open</source>
        <translation>
            <numerusform>%n place open</numerusform>
            <numerusform>%n places open</numerusform>
        </translation>
    </message>
    <message>
        <source>String</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n string(s) with open places</source>
        <translation>
            <numerusform>%n string with open places</numerusform>
            <numerusform>%n strings with open places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with several labels.</source>
        <translation>
            <numerusform>%n with several labels.</numerusform>
            <numerusform>%n with several labels.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s) differ(s) in the edges alone: to be looked at.</source>
        <translation>
            <numerusform>%n other differs in the edges alone: to be looked at.</numerusform>
            <numerusform>%n others differ in the edges alone: to be looked at.</numerusform>
        </translation>
    </message>
    <message>
        <source>One key gives a label to all open places of a string.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that two people looked at is marked yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Left out: %n place(s) in documents that wait for somebody.</source>
        <translation>
            <numerusform>Left out: %n place in documents that wait for somebody.</numerusform>
            <numerusform>Left out: %n places in documents that wait for somebody.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) decided. One step: Ctrl+Z takes all of it back.</source>
        <translation>
            <numerusform>%n place decided. One step: Ctrl+Z takes all of it back.</numerusform>
            <numerusform>%n places decided. One step: Ctrl+Z takes all of it back.</numerusform>
        </translation>
    </message>
    <message>
        <source>Find a string</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All strings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which strings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strings that people marked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Swatch</name>
    <message>
        <source>Colour of {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free colour</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagChips</name>
    <message>
        <source>Take away the tag %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TakingBack</name>
    <message>
        <source>Press Ctrl Z once more to undo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Not undone: %n change(s) made before still wait to be saved. Press Ctrl Z again when they are.</source>
        <translation>
            <numerusform>Not undone: %n change made before still waits to be saved. Press Ctrl Z again when it is.</numerusform>
            <numerusform>Not undone: %n changes made before still wait to be saved. Press Ctrl Z again when they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Teaching</name>
    <message>
        <source>Deal the documents out to people, some to two of them; each gets a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What somebody sent back comes in as a layer of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labelled files of other tools: who labelled them becomes an annotator here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My feedback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to review yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This corpus has no documents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gold is there, and one person&apos;s spans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nobody to compare here. My feedback shows where gold differs from these spans, and why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has labelled these documents. Review compares what two people or more have marked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One person&apos;s spans so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review compares what two people or more have marked on the same document. A second layer comes in like this:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextOffer</name>
    <message>
        <source>Search the texts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TickedSpans</name>
    <message>
        <source>ticked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a corpus</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TwoPanes</name>
    <message>
        <source>Annotator at the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotator at the right</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnendedWords</name>
    <message>
        <source>The annotator that was opened at %1 crashed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The annotator that was opened at %1 was ended before it could close.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything it said was saved is in the library. Help &gt; Report… shows what is known of it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnsavedBanner</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy elsewhere…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on in the copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VariantCard</name>
    <message>
        <source>chosen: Enter takes it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Start with an article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a file here, look at it, label it. Everything stays on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop files or a folder here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or try it now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labelling looks like this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample corpus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>articles on emulation and awards, 5 labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take in a package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>work for you, or sent back, as a zip file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every article in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select words, then press</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No mouse needed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhatFields</name>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without flags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words and conditions, as in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As is usual for the format</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>All %n</source>
        <translation>
            <numerusform>All %n</numerusform>
            <numerusform>All %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Ctrl and a click in the list: this label alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any or none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None is left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody’s yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All layers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhoFields</name>
    <message>
        <source>Whose work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>All %n</source>
        <translation>
            <numerusform>All %n</numerusform>
            <numerusform>All %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Widening</name>
    <message numerus="yes">
        <source>%n place(s) if accents are ignored: Enter shows them.</source>
        <translation>
            <numerusform>%n place if accents are ignored: Enter shows it.</numerusform>
            <numerusform>%n places if accents are ignored: Enter shows them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) if case is ignored: Enter shows them.</source>
        <translation>
            <numerusform>%n place if case is ignored: Enter shows it.</numerusform>
            <numerusform>%n places if case is ignored: Enter shows them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) inside longer words: Enter shows them.</source>
        <translation>
            <numerusform>%n place inside a longer word: Enter shows it.</numerusform>
            <numerusform>%n places inside longer words: Enter shows them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) if accents and case are ignored: Enter shows them.</source>
        <translation>
            <numerusform>%n place if accents and case are ignored: Enter shows it.</numerusform>
            <numerusform>%n places if accents and case are ignored: Enter shows them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) if accents, case and ends of words are ignored: Enter shows them.</source>
        <translation>
            <numerusform>%n place if accents, case and ends of words are ignored: Enter shows it.</numerusform>
            <numerusform>%n places if accents, case and ends of words are ignored: Enter shows them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WindowFlow</name>
    <message>
        <source>Opening the library…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No library is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are working in %1&apos;s layer until you leave the document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are looking at %1&apos;s layer. Ctrl+Shift+L lets you work in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are looking at %1&apos;s layer; it is only for reading.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are working in %1&apos;s layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was not kept: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Nothing of it was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No account, no server, no network</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Windows</name>
    <message>
        <source>You are working in the copy %1 now. The library before was %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkSheet</name>
    <message>
        <source>No work yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you label from now on is counted here: by day, by hour, by span.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) labelled</source>
        <translation>
            <numerusform>%n span labelled</numerusform>
            <numerusform>%n spans labelled</numerusform>
        </translation>
    </message>
    <message>
        <source>Spans labelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds a span</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys a span</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work by day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 seconds a span</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 keys and clicks a span</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 steps were not measured: the time since the step before stands for them, if it is a minute or less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was taken back later is counted too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work by weekday and hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was labelled in this hour and stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was labelled on this day and stands.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Counts</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Rows</name>
    <message>
        <source>likely</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
