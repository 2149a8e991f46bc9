package org.gongkai.write.document.fact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.text.OfficialNumbering;
import org.gongkai.write.document.Block;

/** What a document states after labels, in lines such as {@code 时间：3月5日} and in tables of labels and values. */
public final class LabelledTexts {

    private static final int LONGEST_LABEL = 8;
    private static final int LONGEST = 80;

    private static final Pattern LINE =
            Pattern.compile(OfficialNumbering.NUMBER + "?\\s*([\\p{IsHan} \u3000]{2,16})[：:]\\s*(\\S[^\n]*)");

    private final Map<String, String> texts = new LinkedHashMap<>();

    public LabelledTexts(List<Block> blocks) {
        for (Block block : blocks) {
            if (block instanceof Block.Table table) {
                table.rows().forEach(this::row);
            } else {
                BlockText.lines(block).lines().forEach(this::line);
            }
        }
    }

    /** The text after the first of some labels that the document has. */
    public Optional<String> first(String... labels) {
        for (String label : labels) {
            if (texts.containsKey(label)) {
                return Optional.of(texts.get(label));
            }
        }
        return Optional.empty();
    }

    private void line(String line) {
        Matcher found =
                LINE.matcher(line.replace('\u00a0', ' ').replace('\t', ' ').strip());
        if (found.matches()) {
            put(found.group(1), found.group(2));
        }
    }

    private void row(List<Block.Cell> cells) {
        for (int i = 0; i + 1 < cells.size(); i += 2) {
            put(BlockText.of(cells.get(i)), BlockText.of(cells.get(i + 1)));
        }
    }

    private void put(String typed, String value) {
        String label = typed.replaceAll("[\\s\u3000\u00a0：:]", "");
        String text = value.strip().replaceAll("[。；;]$", "").strip();
        if (label.length() >= 2 && label.length() <= LONGEST_LABEL && !text.isEmpty() && text.length() <= LONGEST) {
            texts.putIfAbsent(label, text);
        }
    }
}
