package org.gongkai.write.document.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.write.document.word.WordFile.field;
import static org.gongkai.write.document.word.WordFile.p;
import static org.gongkai.write.document.word.WordFile.r;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.gongkai.io.FileTrees;
import org.gongkai.write.document.ImportedDocument;

/** Parts of a Word file within one another: each text stands in what is read of it, or is named by what is told. */
class WordPartsTest {

    /** Parts of their own, by their kinds. */
    private final Map<String, String> parts = new TreeMap<>();

    private int texts;

    private final List<UnaryOperator<String>> within = List.of(
            inner -> "<w:ins>" + inner + "</w:ins>",
            inner -> "<w:del>" + inner.replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText ") + "</w:del>",
            inner -> "<w:moveFrom>" + inner + "</w:moveFrom>",
            inner -> "<w:moveTo>" + inner + "</w:moveTo>",
            inner -> "<w:hyperlink w:anchor=\"a\">" + inner + "</w:hyperlink>",
            inner -> "<w:sdt><w:sdtPr/><w:sdtContent>" + inner + "</w:sdtContent></w:sdt>",
            inner -> "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + inner + "</w:sdtContent></w:sdt>",
            inner -> "<w:fldSimple w:instr=\"DOCPROPERTY a\">" + inner + "</w:fldSimple>",
            inner -> field("DOCPROPERTY a", inner),
            inner -> run("<w:ruby><w:rt>" + text() + "</w:rt><w:rubyBase>" + inner + "</w:rubyBase></w:ruby>"),
            inner -> run("<w:drawing><wps:txbx><w:txbxContent>" + p(inner) + "</w:txbxContent></wps:txbx></w:drawing>"),
            inner -> run("<w:pict><v:textbox><w:txbxContent>" + p(inner) + "</w:txbxContent></v:textbox></w:pict>"),
            inner -> apart("footnote", inner),
            inner -> apart("endnote", inner),
            inner -> apart("comment", inner),
            inner -> inner.replace("<w:rPr>", "<w:rPr><w:vanish/>"),
            inner -> "<w:smartTag><w:customXml><w:bdo>" + inner + "</w:bdo></w:customXml></w:smartTag>",
            inner -> run(
                    "<mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent>" + p(inner)
                            + "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent>"),
            inner -> run("<w:object><v:textbox><w:txbxContent>" + p(inner)
                    + "</w:txbxContent></v:textbox><o:OLEObject ProgID=\"Excel.Sheet.12\"/></w:object>"),
            inner -> run("<w:pict><v:textpath string=\"字" + ++texts + "。\"/></w:pict>") + inner,
            inner -> "<m:oMath><m:r><m:t>字" + ++texts + "。</m:t></m:r></m:oMath>" + inner,
            inner -> elsewhere("diagramData", "<a:t>字" + ++texts + "。</a:t>")
                    + run(
                            "<w:drawing><a:graphicData uri=\"/diagram\"><dgm:relIds xmlns:dgm=\"a\" r:dm=\"rdiagramData\"/>"
                                    + "</a:graphicData></w:drawing>")
                    + inner);

    private final List<UnaryOperator<String>> around = List.of(
            inner -> p(inner),
            inner -> p("<w:rPr><w:del/></w:rPr>", inner),
            inner -> "<w:sdt><w:sdtPr/><w:sdtContent>" + p(inner) + "</w:sdtContent></w:sdt>",
            inner ->
                    "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + p(inner) + "</w:sdtContent></w:sdt>",
            inner -> row("", inner),
            inner -> row("<w:hidden/>", inner),
            inner -> row("<w:del/>", inner),
            inner -> elsewhere("header", p(inner)),
            inner -> elsewhere("footer", p(inner)));

    @Property(tries = 400)
    void nothingIsLost(
            @ForAll @Size(min = 1, max = 4) List<@Size(max = 4) List<@IntRange(max = 21) Integer>> paragraphs,
            @ForAll @Size(4) List<@IntRange(max = 8) Integer> places)
            throws IOException {
        parts.clear();
        texts = 0;
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < paragraphs.size(); i++) {
            String inner = text();
            for (int choice : paragraphs.get(i)) {
                inner = text() + within.get(choice).apply(inner);
            }
            body.append(around.get(places.get(i)).apply(inner));
        }
        WordFile file = WordFile.of(body.toString());
        parts.forEach((kind, content) -> file.with(kind, content));
        Path folder = Files.createTempDirectory("word");
        ImportedDocument read = new WordReader().read(file.write(folder), Set.of());
        FileTrees.delete(folder);

        List<String> shown = new ArrayList<>(DocumentLines.andRemarks(read));
        read.footnotes().forEach(note -> shown.add(DocumentLines.text(note)));
        for (int i = 1; i <= texts; i++) {
            assertThat(String.join("\n", shown)).as(body + "\n" + parts).contains("字" + i + "。");
        }
    }

    private String text() {
        return r("字" + ++texts + "。");
    }

    private static String run(String content) {
        return "<w:r><w:rPr></w:rPr>" + content + "</w:r>";
    }

    /** Puts a text into a part of its own, and returns the reference to it. */
    private String apart(String kind, String inner) {
        int id = texts;
        elsewhere(kind + "s", "<w:" + kind + " w:id=\"" + id + "\">" + p(inner) + "</w:" + kind + ">");
        return run("<w:" + kind + "Reference w:id=\"" + id + "\"/>");
    }

    private String elsewhere(String kind, String inner) {
        parts.merge(kind, inner, String::concat);
        return "";
    }

    private static String row(String properties, String inner) {
        return "<w:tbl><w:tr><w:trPr>" + properties + "</w:trPr><w:tc>" + p(inner) + "</w:tc></w:tr></w:tbl>";
    }
}
