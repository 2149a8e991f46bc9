package org.gongkai.history.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.gongkai.history.diff.MarkUnits.Token;
import org.gongkai.history.diff.TextDiff.TokenRun;
import org.gongkai.markup.html.HeadingIds;
import org.gongkai.markup.html.HtmlElements;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * A unit of comparison: a paragraph, a list, an item of one, a table, a row.
 *
 * @param element its element, or null for text directly in an item or a cell
 * @param content the inline nodes of a leaf; empty for others
 * @param box the outermost wrapper that contains nothing else, or its element if there is none
 * @param wrappers the elements between its container and itself, outermost first
 * @param text its text without white space
 * @param firstWords for a row the text of its first cell, which identifies the row; otherwise empty
 */
public record DiffBlock(
        Kind kind,
        Element element,
        List<Node> content,
        Element box,
        List<String> wrappers,
        String text,
        BigramSimilarity bigrams,
        String firstWords) {

    public enum Kind {
        LEAF,
        CODE,
        LIST,
        /** A definition list, whose members cannot occur in another kind of list. */
        DEFINITIONS,
        TABLE,
        ITEM,
        HEAD_ROW,
        ROW
    }

    /** Elements that wrap exactly one block. */
    private static final Set<String> FRAMES = Set.of("paragraph", "table-wrap", "ulist", "olist", "dlist", "colist");

    /** Longest excerpt that names a moved block. */
    private static final int NAME = 14;

    /**
     * Returns the blocks of a container, which is no wrapper, in reading order. Wrappers without semantics are
     * transparent.
     */
    public static List<DiffBlock> blocks(Element container) {
        Reader units = new Reader();
        for (Element element : container.getAllElements()) {
            if (element != container && HtmlElements.BLOCKS.contains(element.normalName())) {
                for (Element up = element.parent(); up != null && units.holdBlocks.add(up) && up != container; ) {
                    up = up.parent();
                }
            }
        }
        return units.read(container, List.of());
    }

    /** Returns the items of a list or the rows of a table as blocks. */
    public static List<DiffBlock> members(List<Element> elements) {
        List<DiffBlock> members = new ArrayList<>();
        for (Element element : elements) {
            boolean isRow = element.normalName().equals("tr");
            boolean isHead = isRow && element.parent().normalName().equals("thead");
            members.add(DiffBlock.of(
                    isHead ? Kind.HEAD_ROW : isRow ? Kind.ROW : Kind.ITEM,
                    element,
                    List.of(),
                    List.of(element.normalName())));
        }
        return members;
    }

    static DiffBlock of(Kind kind, Element element, List<Node> content, List<String> wrappers) {
        String text =
                kind == Kind.LEAF || kind == Kind.CODE ? PlainWords.text(content) : PlainWords.text(List.of(element));
        String key = kind == Kind.ROW ? PlainWords.firstWords(element) : "";
        return new DiffBlock(kind, element, content, element, wrappers, text, BigramSimilarity.of(text), key);
    }

    /** Returns the same block in a wrapper that contains nothing else. */
    DiffBlock in(Element outer, List<String> around) {
        return new DiffBlock(kind, element, content, outer, around, text, bigrams, firstWords);
    }

    /** The first node in its container. */
    public Node first() {
        return box == null ? content.get(0) : box;
    }

    /** The last node in its container. */
    public Node last() {
        return box == null ? content.get(content.size() - 1) : box;
    }

    public boolean isHeading() {
        return element != null && HeadingIds.level(element) > 0;
    }

    public boolean isLeaf() {
        return kind == Kind.LEAF || kind == Kind.CODE;
    }

    /** Whether this is running text, which an author may split or join. */
    boolean isParagraph() {
        return kind == Kind.LEAF && element != null && element.normalName().equals("p");
    }

    boolean isSame(DiffBlock other) {
        return isAlike(other) && isHeading() == other.isHeading() && text.equals(other.text);
    }

    /** Blocks with equal keys show the same text. */
    String key() {
        return kind.name() + (kind == Kind.ITEM ? element.normalName() : isHeading() ? "h" : "") + ' ' + text;
    }

    /** Whether the HTML is equal too, including links. */
    boolean isIdentical(DiffBlock other) {
        return html().equals(other.html());
    }

    public List<Token> tokens() {
        return MarkUnits.of(content, kind == Kind.CODE);
    }

    private String html() {
        StringBuilder html = new StringBuilder();
        content.forEach(node -> html.append(node.outerHtml()));
        return html.toString();
    }

    private boolean isAlike(DiffBlock other) {
        return kind == other.kind && (kind != Kind.ITEM || element.nameIs(other.element.normalName()));
    }

    /** Similarity from 0 to 1; 0 for blocks of different kinds. */
    double similarity(DiffBlock other) {
        if (!isAlike(other)) {
            return 0;
        }
        double alike = text.equals(other.text) ? 1 : bigrams.similarity(other.bigrams);
        if (kind == Kind.ROW) {
            return !firstWords.isEmpty() && firstWords.equals(other.firstWords) ? Math.min(1, alike + 0.3) : alike;
        }
        return isHeading() == other.isHeading() ? alike : alike * 0.8;
    }

    int characters() {
        return PlainWords.count(text);
    }

    /** Returns the first words in quotation marks. */
    String name() {
        String words = isLeaf()
                ? new TokenRun(TokenRun.Kind.EQUAL, tokens(), List.of()).text().strip()
                : element.text();
        int end = words.offsetByCodePoints(0, Math.min(NAME, words.codePointCount(0, words.length())));
        String rest = PlainWords.count(words.substring(end)) > 0 ? "……" : "";
        String first = words.substring(0, end).replaceFirst("[\\s。，；：、！？]+$", "");
        return "“" + first + rest + "”";
    }

    /** Reads the blocks of a container. */
    private static final class Reader {
        private final Set<Element> holdBlocks = Collections.newSetFromMap(new IdentityHashMap<>());

        private List<DiffBlock> read(Element container, List<String> wrappers) {
            List<DiffBlock> units = new ArrayList<>();
            List<Node> bare = new ArrayList<>();
            for (Node node : container.childNodes()) {
                boolean isBlock = node instanceof Element element
                        && (HtmlElements.BLOCKS.contains(element.normalName()) || holdBlocks.contains(element));
                if (!isBlock) {
                    bare.add(node);
                    continue;
                }
                bare(bare, wrappers, units);
                block((Element) node, wrappers, units);
            }
            bare(bare, wrappers, units);
            return units;
        }

        private static void bare(List<Node> nodes, List<String> wrappers, List<DiffBlock> units) {
            while (!nodes.isEmpty() && isNothing(nodes.get(0))) {
                nodes.remove(0);
            }
            while (!nodes.isEmpty() && isNothing(nodes.get(nodes.size() - 1))) {
                nodes.remove(nodes.size() - 1);
            }
            if (!nodes.isEmpty()) {
                units.add(DiffBlock.of(Kind.LEAF, null, List.copyOf(nodes), wrappers));
            }
            nodes.clear();
        }

        private void block(Element element, List<String> wrappers, List<DiffBlock> units) {
            if (isList(element)) {
                units.add(DiffBlock.of(
                        element.nameIs("dl") ? Kind.DEFINITIONS : Kind.LIST, element, List.of(), wrappers));
                return;
            }
            switch (element.normalName()) {
                case "hr" -> {
                    // Says nothing.
                }
                case "table" -> units.add(DiffBlock.of(Kind.TABLE, element, List.of(), wrappers));
                default -> {
                    if (holdBlocks.contains(element)) {
                        box(element, wrappers, units);
                    } else {
                        Kind kind = element.normalName().equals("pre") ? Kind.CODE : Kind.LEAF;
                        units.add(DiffBlock.of(kind, element, List.copyOf(element.childNodes()), wrappers));
                    }
                }
            }
        }

        /** Whether a list contains nothing but items; any other list is treated as a wrapper. */
        private static boolean isList(Element element) {
            Set<String> members = element.nameIs("dl") ? Set.of("dt", "dd") : Set.of("li");
            return Set.of("ul", "ol", "dl").contains(element.normalName())
                    && element.children().stream().allMatch(child -> members.contains(child.normalName()))
                    && element.childNodes().stream().allMatch(node -> node instanceof Element || isNothing(node));
        }

        private void box(Element element, List<String> wrappers, List<DiffBlock> units) {
            List<String> deeper = new ArrayList<>(wrappers);
            deeper.add(element.normalName() + "." + element.className());
            List<DiffBlock> inner = read(element, List.copyOf(deeper));
            if (inner.size() == 1
                    && element.nameIs("div")
                    && element.classNames().stream().anyMatch(FRAMES::contains)) {
                units.add(inner.get(0).in(element, wrappers));
            } else {
                units.addAll(inner);
            }
        }

        private static boolean isNothing(Node node) {
            return node instanceof TextNode text ? text.isBlank() : !(node instanceof Element);
        }
    }
}
