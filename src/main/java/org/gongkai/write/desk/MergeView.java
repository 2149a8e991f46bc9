package org.gongkai.write.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.history.git.work.merge.ConflictParagraphs;
import org.gongkai.history.git.work.merge.ConflictParagraphs.Passage;
import org.gongkai.input.data.Value;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.header.Header;
import org.gongkai.input.entry.header.HeaderParser;
import org.gongkai.input.source.SourceFile;

/** Two changed versions of an entry side by side: its header line by line, its body paragraph by paragraph. */
final class MergeView {

    private MergeView() {}

    /**
     * Compares two versions.
     *
     * @param base the third that both were made from; empty if it is not known
     * @return all passages in order; joined, each side is its text
     */
    static List<Passage> of(String path, String base, String ours, String theirs) {
        EntryParts first = EntryParts.of(path, base);
        EntryParts mine = EntryParts.of(path, ours);
        EntryParts other = EntryParts.of(path, theirs);
        List<Passage> passages = new ArrayList<>();
        // Lines of headers become paragraphs of their own, so that two changed fields are two decisions.
        ConflictParagraphs.of(spaced(first.header()), spaced(mine.header()), spaced(other.header()))
                .forEach(it -> passages.add(
                        new Passage(it.kind(), closed(it.base()), closed(it.ours()), closed(it.theirs()))));
        passages.addAll(ConflictParagraphs.of(first.body(), mine.body(), other.body()));
        return passages;
    }

    private static String spaced(String header) {
        return header.replace("\n", "\n\n");
    }

    private static String closed(String header) {
        return ("\n" + header).replace("\n\n", "\n").substring(1);
    }

    /**
     * The two parts of an entry's text that are edited apart from each other.
     *
     * @param header the lines up to the end of the header; empty if it cannot be told from the body
     * @param body the rest
     */
    record EntryParts(String header, String body) {

        /** Divides a text. Joined, the parts are the text. */
        public static EntryParts of(String path, String text) {
            return header(path, text)
                    .map(header -> at(text, header.bodyLine()))
                    .orElseGet(() -> at(text, lineAfterMark(text)));
        }

        private static Optional<Header> header(String path, String text) {
            return new HeaderParser(new YamlReader()).parse(path, SourceFile.ending(path), text, problem -> {});
        }

        /** The line after the mark that ends a header of YAML that cannot be read; 1 if there is none. */
        private static int lineAfterMark(String text) {
            String[] lines = text.split("\n", -1);
            if (lines[0].stripTrailing().equals("---")) {
                for (int i = 1; i < lines.length; i++) {
                    if (lines[i].stripTrailing().equals("---")) {
                        return i + 2;
                    }
                }
            }
            return 1;
        }

        private static EntryParts at(String text, int line) {
            int start = 0;
            for (int i = 1; i < line && start >= 0; i++) {
                int end = text.indexOf('\n', start);
                start = end < 0 ? text.length() : end + 1;
            }
            return new EntryParts(text.substring(0, start), text.substring(start));
        }

        /** The names of the fields as they are typed, by the line of the file on which they begin. */
        public static Map<Integer, String> fields(String path, String text) {
            Map<Integer, String> names = new LinkedHashMap<>();
            header(path, text).ifPresent(header -> {
                for (Value.Field field : header.fields().fields()) {
                    names.put(field.key().line(), field.key().text());
                }
            });
            return names;
        }
    }
}
