package org.gongkai.input.attachment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.apache.commons.lang3.math.NumberUtils;
import org.gongkai.input.attachment.TextPiece.Nature;
import org.gongkai.input.attachment.Workbook.Cell;
import org.gongkai.io.TextResource;
import org.gongkai.text.DateText;

/** Reads office files in ZIP format: documents, slides and OFD here, worksheets in {@link Workbook}. */
record OfficeFile(ZipParts parts, TextPieces pieces) {

    /** What is read as one text: paragraphs, comments on cells, pieces of a line in OFD, and properties. */
    private static final Set<String> UNITS =
            Set.of("p", "comment", "threadedComment", "TextCode", "creator", "lastModifiedBy", "modified");

    /** The elements whose texts belong to what is read. */
    private static final Set<String> TEXTS = Set.of(
            "t delText instrText v text oddHeader oddFooter TextCode creator lastModifiedBy modified".split(" "));

    /** Instructions, what repeats the content of the choice before it, and pronunciations. */
    private static final Set<String> UNSEEN = Set.of("instrText", "Fallback", "rPh");

    /** Elements that stand for characters, and paragraphs of text boxes. */
    private static final Map<String, String> BREAKS =
            Map.of("tab", " ", "br", " ", "cr", " ", "p", " ", "noBreakHyphen", "-");

    /** What the parts hold, in the order in which they are read. */
    private static final List<Parts> PARTS = TextResource.list(OfficeFile.class, "office-parts.txt").stream()
            .map(Parts::read)
            .toList();

    /**
     * Parts of one kind.
     *
     * @param names the pattern of their names
     * @param where what they are in Chinese, with a place for their number
     * @param nature what their texts are that are neither deleted nor hidden
     */
    private record Parts(Pattern names, String where, Nature nature) {

        static Parts read(String line) {
            String[] cells = line.split("\t");
            return new Parts(Pattern.compile(cells[2]), cells[1].replace("-", ""), Nature.valueOf(cells[0]));
        }
    }

    /** @param files accepts the parts that are files themselves */
    void read(BiConsumer<String, byte[]> files) throws IOException {
        if (pieces.container().type() == ContentType.XLSX) {
            new Workbook(parts, pieces, new ArrayList<>(), new BitSet()).read();
        }
        for (Parts kind : PARTS) {
            for (String name : parts.unread(kind.names())) {
                int number = NumberUtils.toInt(name.replaceFirst("^.*?(\\d{1,8})\\D*$", "$1"), 1);
                int[] count = {0};
                try {
                    parts.read(name, unit -> UNITS.contains(unit.local()) && read(unit, kind, number, count));
                } catch (IOException e) {
                    if (kind.nature() != Nature.STORED) {
                        throw e;
                    }
                    pieces.unread(name, "不合 XML 的规则，没有检查完", "请用办公软件打开，另存一份");
                }
            }
        }
        parts.unread(Pattern.compile(".*"))
                .forEach(name -> files.accept(name, parts.bytes(name).get()));
    }

    private boolean read(XmlElement unit, Parts kind, int number, int[] count) {
        Cell cell = Cell.of(unit.attribute("ref"), ++count[0], 0);
        int line = unit.is("TextCode") ? number + 1 : cell.row();
        String where = kind.where().replace("%d", String.valueOf(number));
        texts(unit, kind.nature(), pieces).forEach((nature, text) -> {
            if (unit.is("modified") && nature == Nature.AUTHOR) {
                pieces.saved(DateText.day(text.toString().strip().replaceFirst("T.*", "")));
            } else {
                pieces.add(
                        nature,
                        where,
                        line,
                        Math.max(1, cell.column()),
                        cell.column(),
                        text.toString().strip());
            }
        });
        return true;
    }

    /**
     * Returns the texts of a paragraph, a cell or a comment by their nature, and stores those that nobody sees. Texts
     * are joined, as numbers are often split into several runs; deleted and hidden ones are separate.
     */
    static Map<Nature, StringBuilder> texts(XmlElement unit, Nature nature, TextPieces pieces) {
        Map<Nature, StringBuilder> texts = new EnumMap<>(Nature.class);
        collect(unit, nature, texts, pieces);
        Optional.ofNullable(texts.remove(Nature.STORED)).ifPresent(text -> pieces.store(text.toString()));
        return texts;
    }

    private static void collect(XmlElement in, Nature how, Map<Nature, StringBuilder> texts, TextPieces pieces) {
        pieces.step(2);
        String name = in.local();
        boolean isStored = how == Nature.STORED || UNSEEN.contains(name);
        boolean isHidden = in.child("rPr").child("vanish").isOn();
        Nature shown = name.equals("delText") ? Nature.DELETED : isHidden ? Nature.HIDDEN : how;
        Nature what = isStored ? Nature.STORED : shown;
        boolean isText = TEXTS.contains(name);
        pieces.store(isText ? "" : in.text());
        texts.computeIfAbsent(what, any -> new StringBuilder())
                .append(isText ? in.text() : BREAKS.getOrDefault(name, ""));
        in.children().forEach(child -> collect(child, what, texts, pieces));
    }
}
