package org.gongkai.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What can be found of an entry: nothing that its page does not show.
 *
 * @param address address of its page from the root of the site
 * @param title its title
 * @param day its day of publication, as in 2025-03-14, and whether it is repealed
 * @param tags its tags
 * @param initials the initial letters of the pinyin of its title, lower case; may be empty
 * @param blocks the texts of its body and its fields in reading order
 */
public record SearchDocument(
        String address, String title, String day, List<String> tags, String initials, List<Block> blocks) {

    /** Precedes the text of a heading in the packed form of a document. */
    public static final char HEADING = '\u0001';

    /** Precedes what is found, but is no text to be shown of a hit. */
    public static final char FIELD = '\u0005';

    /** Precedes a row of a table, behind which only rows go on. */
    public static final char ROW = '\u0006';

    /** Precedes a field with its name, behind which nothing goes on. */
    public static final char NAMED = '\u0007';

    /** Nothing precedes a text. */
    public static final char TEXT = ' ';

    private static final Pattern CONTROLS = Pattern.compile("[\\x00-\\x1f]");

    /**
     * A block of text; no phrase crosses its ends.
     *
     * @param text its text
     * @param mark what precedes it in the packed form; {@link #TEXT} if nothing does
     */
    public record Block(String text, char mark) {
        public Block {
            text = printable(text).strip();
        }
    }

    /** The lines of the packed form before those of the blocks: address, title, day, tags, initials. */
    private static final int LINES_BEFORE = 5;

    public SearchDocument {
        title = printable(title);
        tags = tags.stream().map(SearchDocument::printable).toList();
        blocks = List.copyOf(blocks);
    }

    /** Returns the document with more blocks before its own. */
    public SearchDocument after(List<Block> more) {
        return with(Stream.concat(more.stream(), blocks.stream()).toList());
    }

    /** Returns the document with more blocks after its own. */
    public SearchDocument before(List<Block> more) {
        return with(Stream.concat(blocks.stream(), more.stream()).toList());
    }

    private SearchDocument with(List<Block> others) {
        return new SearchDocument(address, title, day, tags, initials, others);
    }

    /** Returns a text with blanks for the characters that have a meaning in the packed form. */
    private static String printable(String text) {
        return CONTROLS.matcher(text).replaceAll(" ");
    }

    /** Reads what {@link #lines} returns. */
    public static SearchDocument ofLines(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length < LINES_BEFORE) {
            throw new IllegalArgumentException("no document");
        }
        List<Block> blocks = new ArrayList<>();
        for (int i = LINES_BEFORE; i < lines.length; i++) {
            boolean isMarked = !lines[i].isEmpty() && lines[i].charAt(0) < TEXT;
            blocks.add(isMarked ? new Block(lines[i].substring(1), lines[i].charAt(0)) : new Block(lines[i], TEXT));
        }
        List<String> tags = lines[3].isEmpty() ? List.of() : List.of(lines[3].split("\t"));
        return new SearchDocument(lines[0], lines[1], lines[2], tags, lines[4], blocks);
    }

    /** Returns this document at another address. */
    public SearchDocument at(String other) {
        return new SearchDocument(other, title, day, tags, initials, blocks);
    }

    /** Returns everything in one text, from which the search page takes hits: one line for each value and block. */
    public String lines() {
        StringBuilder lines = new StringBuilder(1024);
        lines.append(String.join("\n", address, title, day, String.join("\t", tags), initials));
        for (Block block : blocks) {
            lines.append('\n');
            if (block.mark() != TEXT) {
                lines.append(block.mark());
            }
            lines.append(block.text());
        }
        return lines.toString();
    }

    /**
     * A page besides those of entries, or an answer, that the search page shows before entries.
     *
     * @param name what the link says
     * @param group what it is, such as 栏目
     * @param address where it leads, from the root of the site
     * @param words the words that ask for it, besides its name
     * @param answer what is answered; empty for a page
     */
    public record SearchSuggestion(
            String name, String group, String address, List<String> words, Optional<Answer> answer) {

        /** The group of answers that count entries: they are for who asks how many, and go with any of these. */
        public static final String TOTALS = "合计";

        /**
         * An answer that is shown without opening a page.
         *
         * @param text a sentence
         * @param from the first day on which it holds, if it is not always so; the reader's own date decides
         * @param to the last day on which it holds
         * @param sources the addresses of the pages that it is taken from, with which it disappears
         */
        public record Answer(String text, Optional<LocalDate> from, Optional<LocalDate> to, List<String> sources) {}
    }

    /**
     * An entry whose document is made only if it has changed.
     *
     * @param fingerprint computes the fingerprint of everything that the document is made of
     * @param document makes the document
     */
    public record SearchableEntry(Supplier<String> fingerprint, Supplier<SearchDocument> document) {

        /** Returns the entry with a check that receives its document whenever it is made. */
        public SearchableEntry checkedBy(Consumer<SearchDocument> check) {
            return new SearchableEntry(fingerprint, () -> {
                SearchDocument made = document.get();
                check.accept(made);
                return made;
            });
        }
    }
}
