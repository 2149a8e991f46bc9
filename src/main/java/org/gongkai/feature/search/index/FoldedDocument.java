package org.gongkai.feature.search.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gongkai.site.SearchDocument;

/**
 * The folded text of a document: its title and tags, then its blocks, each followed by {@link TextFolding#BREAK}.
 *
 * @param text the folded text
 * @param titleEnd index after the title and the tags
 * @param headings start and end of each heading, in turn
 */
public record FoldedDocument(char[] text, int titleEnd, int[] headings) {

    public static FoldedDocument of(SearchDocument document, TextFolding folding) {
        // What is folded is no longer than before.
        char[] text = new char[document.lines().length()];
        int end = append(document.title(), folding, text, 0);
        for (String tag : document.tags()) {
            end = append(tag, folding, text, end);
        }
        int titleEnd = end;
        int[] headings = new int[2 * document.blocks().size()];
        int count = 0;
        for (SearchDocument.Block block : document.blocks()) {
            int start = end;
            end = append(block.text(), folding, text, start);
            if (block.mark() == SearchDocument.HEADING && end > start) {
                headings[count++] = start;
                headings[count++] = end - 1;
            }
        }
        return new FoldedDocument(Arrays.copyOf(text, end), titleEnd, Arrays.copyOf(headings, count));
    }

    /** Returns a document that has nothing but a title in pinyin initials. */
    public static FoldedDocument ofInitials(String initials) {
        char[] text = (initials + TextFolding.BREAK).toCharArray();
        return new FoldedDocument(text, text.length, new int[0]);
    }

    /** Returns the folded title and tags. */
    public String title() {
        return new String(text, 0, titleEnd);
    }

    /** Returns the folded headings. */
    public List<String> headingTexts() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < headings.length; i += 2) {
            texts.add(new String(text, headings[i], headings[i + 1] - headings[i]));
        }
        return texts;
    }

    private static int append(String block, TextFolding folding, char[] text, int start) {
        int end = folding.fold(block, text, start);
        if (end > start) {
            text[end++] = TextFolding.BREAK;
        }
        return end;
    }
}
