package org.gongkai.write.document.word.docx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.attachment.XmlElement;
import org.gongkai.write.document.word.docx.ListCounters.ListDefinition;
import org.gongkai.write.document.word.docx.ListCounters.ListLabel;
import org.gongkai.write.document.word.docx.ListCounters.ListLevel;
import org.gongkai.write.document.word.docx.ListCounters.ListLevel.Suffix;

/** The definitions of lists, and which of them a paragraph belongs to. */
final class Numbering {

    private static final int LEVELS = 9;

    /** The id of the list that stands for none. */
    private static final String SWITCHED_OFF = "0";

    private static final Pattern PADDED = Pattern.compile("0+1\\b.*");

    private final StyleSheet styles;
    private final Map<String, XmlElement> definitions = new HashMap<>();
    private final Map<String, XmlElement> lists = new HashMap<>();
    private final Map<String, ListDefinition> read = new HashMap<>();
    private final ListCounters counters = new ListCounters();

    /** The place of a paragraph in a list. */
    private record Item(ListDefinition list, int level) {}

    Numbering(XmlElement root, StyleSheet styles) {
        this.styles = styles;
        root.all("w:abstractNum").forEach(each -> definitions.putIfAbsent(each.attribute("w:abstractNumId"), each));
        root.all("w:num").forEach(each -> lists.putIfAbsent(each.attribute("w:numId"), each));
    }

    /** Counts a paragraph and returns its label. */
    ListLabel label(XmlElement properties) {
        return of(properties)
                .map(item -> ListLabel.next(counters, item.list(), item.level()))
                .orElse(ListLabel.NONE);
    }

    /** The place of a paragraph in a list; empty if it has none, or if its style's list is switched off. */
    private Optional<Item> of(XmlElement properties) {
        String id = "";
        String level = "";
        for (XmlElement layer : styles.paragraphLayers(properties)) {
            XmlElement numbering = layer.child("w:numPr");
            id = id.isEmpty() ? numbering.child("w:numId").value() : id;
            level = level.isEmpty() ? numbering.child("w:ilvl").value() : level;
        }
        if (id.isEmpty() || id.equals(SWITCHED_OFF)) {
            return Optional.empty();
        }
        if (!lists.containsKey(id)) {
            return Optional.of(new Item(ListDefinition.undefined(id), 0));
        }
        ListDefinition list = read.computeIfAbsent(id, this::read);
        XmlElement own = properties.child("w:numPr").child("w:numId");
        int linked = own.exists() ? -1 : linkedLevel(id, properties);
        if (linked >= 0 && !properties.child("w:numPr").child("w:ilvl").exists()) {
            return Optional.of(new Item(list, linked));
        }
        return Optional.of(new Item(list, level.matches("[0-8]") ? Integer.parseInt(level) : 0));
    }

    /** The level whose definition names the style of a paragraph; -1 if none does. */
    private int linkedLevel(String id, XmlElement properties) {
        List<XmlElement> levels = definition(id).all("w:lvl");
        for (String style : styles.styleIds(properties)) {
            for (XmlElement level : levels) {
                if (level.child("w:pStyle").value().equals(style)) {
                    return level.number("w:ilvl", -1);
                }
            }
        }
        return -1;
    }

    /** The definition of a list; one that stands for a style of lists leads to that of the style. */
    private XmlElement definition(String id) {
        XmlElement definition = definitions.getOrDefault(
                lists.getOrDefault(id, XmlElement.NONE).child("w:abstractNumId").value(), XmlElement.NONE);
        String style = definition.child("w:numStyleLink").value();
        if (style.isEmpty()) {
            return definition;
        }
        String real = styles.numbering(style).child("w:numId").value();
        return definitions.getOrDefault(
                lists.getOrDefault(real, XmlElement.NONE)
                        .child("w:abstractNumId")
                        .value(),
                definition);
    }

    private ListDefinition read(String id) {
        XmlElement definition = definition(id);
        Map<Integer, XmlElement> levels = new HashMap<>();
        definition.all("w:lvl").forEach(level -> levels.put(level.number("w:ilvl", 0), level));
        Map<Integer, Integer> starts = new HashMap<>();
        for (XmlElement override : lists.get(id).all("w:lvlOverride")) {
            int index = override.number("w:ilvl", 0);
            if (override.child("w:lvl").exists()) {
                levels.put(index, override.child("w:lvl"));
            }
            if (override.child("w:startOverride").exists()) {
                starts.put(index, override.child("w:startOverride").number("w:val", 1));
            }
        }
        List<ListLevel> all = new ArrayList<>();
        for (int i = 0; i < LEVELS; i++) {
            all.add(level(levels.getOrDefault(i, XmlElement.NONE)));
        }
        return new ListDefinition(id, definition.attribute("w:abstractNumId"), all, starts);
    }

    private static ListLevel level(XmlElement level) {
        if (!level.exists()) {
            return ListLevel.UNDEFINED;
        }
        XmlElement format = level.child("w:numFmt");
        XmlElement text = level.child("w:lvlText");
        XmlElement fonts = level.child("w:rPr").child("w:rFonts");
        return new ListLevel(
                format(format),
                text.attribute("w:null").isEmpty() ? text.value() : "",
                level.child("w:start").number("w:val", 0),
                level.child("w:lvlRestart").number("w:val", -1),
                level.child("w:isLgl").isOn(),
                switch (level.child("w:suff").value()) {
                    case "space" -> Suffix.SPACE;
                    case "nothing" -> Suffix.NOTHING;
                    default -> Suffix.TAB;
                },
                fonts.attribute("w:ascii").isEmpty() ? fonts.attribute("w:hAnsi") : fonts.attribute("w:ascii"));
    }

    private static String format(XmlElement format) {
        Matcher padded = PADDED.matcher(format.attribute("w:format").strip());
        if (format.value().equals("custom")) {
            return padded.matches()
                    ? "decimalZero" + (format.attribute("w:format").strip().indexOf('1') + 1)
                    : "decimal";
        }
        return format.value().isEmpty() ? "decimal" : format.value();
    }
}
