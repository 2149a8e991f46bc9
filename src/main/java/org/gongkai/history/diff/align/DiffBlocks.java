package org.gongkai.history.diff.align;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.gongkai.history.diff.align.DiffBlock.Kind;
import org.gongkai.markup.html.HtmlElements;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The blocks of a container in reading order. Wrappers without semantics are transparent. */
public final class DiffBlocks {
    /** Elements that wrap exactly one block. */
    private static final Set<String> FRAMES = Set.of("paragraph", "table-wrap", "ulist", "olist", "dlist", "colist");

    private final Set<Element> holdBlocks = Collections.newSetFromMap(new IdentityHashMap<>());

    private DiffBlocks() {}

    /** Returns the blocks of a container; the container is no wrapper. */
    public static List<DiffBlock> of(Element container) {
        DiffBlocks units = new DiffBlocks();
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
            units.add(DiffBlock.of(element.nameIs("dl") ? Kind.DEFINITIONS : Kind.LIST, element, List.of(), wrappers));
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
