package org.gongkai.input.attachment;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.gongkai.input.attachment.TextPiece.Nature;

/**
 * Reads the paragraphs of a part of a document or of slides. Texts are joined per paragraph, because numbers are often
 * split into several runs; deleted and hidden texts are separate.
 */
final class ParagraphReader implements SafeXml.Handler {

    private final TextPieces pieces;
    private final String where;
    private final Nature nature;
    private final Deque<Paragraph> open = new ArrayDeque<>();
    private int count;
    private int fallback;
    private boolean hidden;
    private Nature reading;

    /** An open paragraph; text boxes are nested paragraphs. */
    private record Paragraph(int number, Map<Nature, StringBuilder> texts) {}

    private ParagraphReader(TextPieces pieces, String where, Nature nature) {
        this.pieces = pieces;
        this.where = where;
        this.nature = nature;
    }

    /**
     * Reads a part.
     *
     * @param where the name of the part in Chinese
     * @param nature the nature of its texts
     */
    static void read(byte[] part, TextPieces pieces, String where, Nature nature) throws IOException {
        SafeXml.read(part, pieces, new ParagraphReader(pieces, where, nature));
    }

    @Override
    public void start(String name, XMLStreamReader at) {
        switch (name) {
            case "Fallback" -> fallback++;
            case "p" -> open.push(new Paragraph(++count, new EnumMap<>(Nature.class)));
            case "r" -> hidden = false;
            case "vanish" -> hidden = !SafeXml.attribute(at, "val").matches("0|false|off");
            case "t" -> reading = hidden ? Nature.HIDDEN : nature;
            case "instrText" -> reading = Nature.STORED;
            case "delText" -> reading = Nature.DELETED;
            case "tab", "br", "cr" -> append(nature, " ");
            case "noBreakHyphen" -> append(nature, "-");
            default -> {
                // Formatting without text.
            }
        }
    }

    @Override
    public void end(String name) {
        switch (name) {
            case "Fallback" -> fallback--;
            case "t", "delText", "instrText" -> reading = null;
            case "p" -> {
                Paragraph done = open.pop();
                done.texts().forEach((how, text) -> add(how, done.number(), text.toString()));
            }
            default -> {
                // No matching start.
            }
        }
    }

    private void add(Nature how, int number, String text) {
        if (how == Nature.STORED) {
            pieces.store(text);
        } else {
            pieces.add(how, where, number, 1, 0, text);
        }
    }

    @Override
    public boolean text(String text) {
        return reading != null && append(reading, text);
    }

    private boolean append(Nature how, String text) {
        if (open.isEmpty()) {
            return false;
        }
        // A fallback repeats the content of the choice before it.
        open.peek()
                .texts()
                .computeIfAbsent(fallback > 0 ? Nature.STORED : how, any -> new StringBuilder())
                .append(text);
        return true;
    }
}
