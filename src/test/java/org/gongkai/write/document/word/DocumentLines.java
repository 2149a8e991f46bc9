package org.gongkai.write.document.word;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.write.document.Block;
import org.gongkai.write.document.ImportedDocument;
import org.gongkai.write.document.Remark;
import org.gongkai.write.document.Run;

/** The text of an imported document, a line for each paragraph, as office programs export it. */
final class DocumentLines {

    private DocumentLines() {}

    static List<String> of(ImportedDocument document) {
        return of(document.blocks());
    }

    /** The lines of a document, then what is told of it: - for what was left out, + for what was converted. */
    static List<String> andRemarks(ImportedDocument document) {
        List<String> told = new ArrayList<>(of(document));
        for (Remark remark : document.remarks()) {
            told.add((remark.weight() == Remark.Weight.LEFT_OUT ? "- " : "+ ")
                    + remark.place()
                    + remark.optional()
                            .map(content -> "（" + content.label() + "）")
                            .orElse("：")
                    + remark.text());
        }
        return told;
    }

    static List<String> of(List<Block> blocks) {
        List<String> lines = new ArrayList<>();
        for (Block block : blocks) {
            if (block instanceof Block.Heading heading) {
                lines.add(text(heading.text()));
            } else if (block instanceof Block.Paragraph paragraph) {
                lines.addAll(List.of(text(paragraph.text()).split("\n")));
            } else if (block instanceof Block.Table table) {
                table.rows().stream().flatMap(List::stream).forEach(cell -> lines.addAll(of(cell.content())));
            }
        }
        return lines;
    }

    /** The characters of runs; pictures and references to notes in brackets. */
    static String text(List<Run> runs) {
        StringBuilder text = new StringBuilder();
        for (Run run : runs) {
            if (run instanceof Run.Text characters) {
                text.append(characters.text());
            } else if (run instanceof Run.Footnote note) {
                text.append("[").append(note.index() + 1).append("]");
            } else if (run instanceof Run.Image image) {
                text.append("[").append(image.name()).append("]");
            }
        }
        return text.toString();
    }

    /** Lines without blanks and bullets, in which programs differ, and without empty lines. */
    static List<String> comparable(Stream<String> lines) {
        return lines.map(line -> line.replaceAll("[\\s\\u3000\\u00A0]", "").replaceFirst("^[•–▪\\uF000-\\uF0FF]", ""))
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
