package org.gongkai.input.attachment;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import javax.xml.stream.XMLStreamReader;

/** The shared strings of a workbook in order, without phonetic hints. */
final class SharedTexts implements SafeXml.Handler {

    private static final int HEAP_OF_TEXT = 64;

    private final TextPieces pieces;
    private final List<String> texts = new ArrayList<>();
    private final BitSet used = new BitSet();
    private final StringBuilder item = new StringBuilder();
    private boolean reading;
    private boolean phonetic;

    SharedTexts(TextPieces pieces) {
        this.pieces = pieces;
    }

    /** Returns the text with a number from 0 for a cell; empty if there is none. */
    String use(int index) {
        if (index < 0 || index >= texts.size()) {
            return "";
        }
        used.set(index);
        return texts.get(index);
    }

    /** Stores the texts that no cell has used. */
    void storeUnused() {
        for (int i = used.nextClearBit(0); i < texts.size(); i = used.nextClearBit(i + 1)) {
            pieces.store(texts.get(i));
        }
    }

    @Override
    public void start(String name, XMLStreamReader at) {
        phonetic |= name.equals("rPh");
        reading = name.equals("t") && !phonetic;
    }

    @Override
    public void end(String name) {
        reading = false;
        if (name.equals("rPh")) {
            phonetic = false;
        } else if (name.equals("si")) {
            pieces.take(HEAP_OF_TEXT + 2L * item.length());
            texts.add(item.toString());
            item.setLength(0);
        }
    }

    @Override
    public boolean text(String text) {
        if (reading) {
            item.append(text);
        }
        return reading;
    }
}
