package org.gongkai.markup.markdown;

import com.vladsch.flexmark.ast.LinkNode;
import com.vladsch.flexmark.ast.RefNode;
import com.vladsch.flexmark.ast.util.ReferenceRepository;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gongkai.markup.markdown.prepare.PlainTextParagraphs;
import org.gongkai.markup.markdown.prepare.PreparedBody;

/** The syntax tree of a body as pages divide it, for an editor that shows the text and writes what was changed. */
public record MarkdownTree(
        String typed, PreparedBody prepared, int[] typedLines, int[] preparedLines, ReferenceRepository references) {

    private MarkdownTree(String typed, PreparedBody prepared, Document document) {
        this(typed, prepared, lines(typed), lines(prepared.text()), Parser.REFERENCES.get(document));
    }

    /**
     * Returns the blocks of a body, each with its {@code kind} as the parser calls it, where it is in the text as
     * typed, {@code from} and {@code to}, and what it contains. Links and pictures have a {@code url} and a {@code
     * title}, and references tell whether they are {@code defined}.
     *
     * @param text the body without its header, line ends as {@code \n}
     */
    public static List<Map<String, Object>> of(String text) {
        MarkdownConverter converter = new MarkdownConverter();
        PreparedBody prepared = PlainTextParagraphs.prepare(text, converter::tree);
        Document document = converter.tree(prepared.text());
        return new MarkdownTree(text, prepared, document).children(document);
    }

    private List<Map<String, Object>> children(Node parent) {
        List<Map<String, Object>> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("kind", node.getNodeName());
            fields.put("from", typed(node.getStartOffset()));
            fields.put("to", typed(node.getEndOffset()));
            if (node instanceof LinkNode link) {
                fields.put("url", link.getUrl().unescape());
                fields.put("title", link.getTitle().unescape());
            } else if (node instanceof RefNode reference) {
                fields.put("defined", reference.getReferenceNode(references) != null);
            }
            if (node.hasChildren()) {
                fields.put("children", children(node));
            }
            children.add(fields);
        }
        return children;
    }

    /** Where a character of the text that was parsed is in the text as typed. */
    private int typed(int offset) {
        if (prepared.lineOf().length == 0) {
            return offset;
        }
        int found = Arrays.binarySearch(preparedLines, offset);
        int line = found < 0 ? -found - 2 : found;
        int original = prepared.lineOf()[line];
        if (original >= typedLines.length) {
            return typed.length();
        }
        int start = preparedLines[line];
        boolean isShifted =
                prepared.escaped().get(line) && offset > prepared.text().indexOf('\\', start);
        return Math.min(typed.length(), typedLines[original] + offset - start - (isShifted ? 1 : 0));
    }

    /** Where the lines of a text begin. */
    private static int[] lines(String text) {
        return IntStream.concat(
                        IntStream.of(0),
                        IntStream.range(0, text.length())
                                .filter(i -> text.charAt(i) == '\n')
                                .map(i -> i + 1))
                .toArray();
    }
}
