package org.gongkai.write.document.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.write.document.Block;
import org.gongkai.write.document.Block.Alignment;
import org.gongkai.write.document.FormatReader;
import org.gongkai.write.document.ImportedDocument;
import org.gongkai.write.document.OptionalContent;
import org.gongkai.write.document.Run;

/** Reads {@code .txt} files: each line is a paragraph. */
public final class PlainTextReader implements FormatReader {

    /** Columns of blanks before a line that was moved to the middle or to the right. */
    private static final int CENTERED = 8;

    private static final int RIGHT = 24;

    @Override
    public ImportedDocument read(Path file, Set<OptionalContent> wanted) throws IOException {
        ForeignText text = ForeignText.read(file);
        List<Block> blocks = new ArrayList<>();
        for (String line : text.text().lines().toList()) {
            String words = line.strip();
            if (!words.isEmpty()) {
                Run run = new Run.Text(words, Run.Style.PLAIN, "");
                blocks.add(new Block.Paragraph(List.of(run), alignment(line), 0));
            }
        }
        return new ImportedDocument(Map.of(), blocks, List.of(), List.of(), text.remarks());
    }

    private static Alignment alignment(String line) {
        int blanks = 0;
        for (int i = 0; i < line.length() && Character.isWhitespace(line.charAt(i)); i++) {
            blanks += line.charAt(i) == '\u3000' ? 2 : line.charAt(i) == '\t' ? CENTERED : 1;
        }
        return blanks >= RIGHT ? Alignment.RIGHT : blanks >= CENTERED ? Alignment.CENTER : Alignment.LEFT;
    }
}
