package org.gongkai.write.document.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.text.Characters;
import org.gongkai.text.OfficialNumbering;
import org.gongkai.write.document.Block;
import org.gongkai.write.document.Block.Alignment;
import org.gongkai.write.document.FormatReader;
import org.gongkai.write.document.ImportedDocument;
import org.gongkai.write.document.OptionalContent;
import org.gongkai.write.document.Remark;
import org.gongkai.write.document.Run;

/** Reads {@code .txt} files: each line is a paragraph, unless the text was wrapped at a margin. */
public final class PlainTextReader implements FormatReader {

    /** Columns of blanks before a line that was moved to the middle or to the right. */
    private static final int CENTERED = 8;

    private static final int RIGHT = 24;

    @Override
    public ImportedDocument read(Path file, Set<OptionalContent> wanted) throws IOException {
        ForeignText text = ForeignText.read(file);
        List<Remark> remarks = new ArrayList<>(text.remarks());
        WrappedLines lines = WrappedLines.of(text.text().lines().toList());
        if (lines.joined()) {
            remarks.add(new Remark("", "文字是按固定宽度折行的，已经接成整段，请核对分段", Remark.Weight.NOTE));
        }
        List<Block> blocks = new ArrayList<>();
        for (String line : lines.lines()) {
            String words = line.strip();
            if (!words.isEmpty()) {
                Run run = new Run.Text(words, Run.Style.PLAIN, "");
                blocks.add(new Block.Paragraph(List.of(run), alignment(line), 0));
            }
        }
        return new ImportedDocument(Map.of(), blocks, List.of(), List.of(), remarks);
    }

    private static Alignment alignment(String line) {
        int blanks = 0;
        for (int i = 0; i < line.length() && Character.isWhitespace(line.charAt(i)); i++) {
            blanks += line.charAt(i) == '\u3000' ? 2 : line.charAt(i) == '\t' ? CENTERED : 1;
        }
        return blanks >= RIGHT ? Alignment.RIGHT : blanks >= CENTERED ? Alignment.CENTER : Alignment.LEFT;
    }

    /**
     * The lines of a text as paragraphs. A text is wrapped at a margin if most lines that another one follows are about
     * as long as the longest and end within a sentence; then they are joined up to the next blank or indented line.
     *
     * @param lines one paragraph a line; may contain blank lines
     * @param joined whether lines were joined
     */
    private record WrappedLines(List<String> lines, boolean joined) {

        private static final int NARROWEST = 24;
        private static final int WIDEST = 120;

        /** Columns by which a full line may be shorter than the longest one: punctuation is not put first in a line. */
        private static final int TOLERANCE = 6;

        private static final int ENOUGH = 3;

        static WrappedLines of(List<String> typed) {
            int longest = typed.stream().mapToInt(WrappedLines::width).max().orElse(0);
            if (longest < NARROWEST || longest > WIDEST) {
                return new WrappedLines(typed, false);
            }
            int followed = 0;
            int full = 0;
            for (int i = 0; i + 1 < typed.size(); i++) {
                if (continues(typed.get(i + 1)) && !typed.get(i).isBlank()) {
                    followed++;
                    full += isFull(typed.get(i), longest) ? 1 : 0;
                }
            }
            if (full < ENOUGH || full * 10 < followed * 7) {
                return new WrappedLines(typed, false);
            }
            List<String> lines = new ArrayList<>();
            boolean open = false;
            for (String line : typed) {
                if (open && continues(line)) {
                    String before = lines.remove(lines.size() - 1);
                    lines.add(before + (joins(before, line.strip()) ? "" : " ") + line.strip());
                } else {
                    lines.add(line);
                }
                open = isFull(line, longest);
            }
            return new WrappedLines(lines, true);
        }

        private static boolean isFull(String line, int longest) {
            return width(line) >= longest - TOLERANCE && !line.isBlank();
        }

        private static boolean continues(String line) {
            return !line.isBlank()
                    && !Characters.isIndent(line.charAt(0))
                    && !OfficialNumbering.opens(line, 0, line.length());
        }

        private static boolean joins(String before, String line) {
            return Characters.join(before.charAt(before.length() - 1), line.charAt(0));
        }

        private static int width(String line) {
            return line.codePoints()
                    .map(point -> Characters.isCjk(point) ? 2 : 1)
                    .sum();
        }
    }
}
