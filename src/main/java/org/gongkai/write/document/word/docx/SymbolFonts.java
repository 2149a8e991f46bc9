package org.gongkai.write.document.word.docx;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.io.TextResource;
import org.gongkai.write.document.Remark.Weight;

/** Characters that look like the glyphs of fonts whose character codes mean something else. */
final class SymbolFonts {

    private static final int PRIVATE = 0xF000;
    private static final int NO_BREAK_SPACE = 0xA0;

    /**
     * The glyphs by their fonts; each line of the file has a font, the code of the first glyph in hexadecimal digits,
     * and what they look like, each behind a tab.
     */
    private static final Map<String, Map<Integer, String>> FONTS =
            fonts(TextResource.of(SymbolFonts.class, "glyphs.txt"));

    private SymbolFonts() {}

    /** Returns true if the codes of a font are not those of Unicode. */
    static boolean is(String font) {
        return FONTS.containsKey(font.strip().toLowerCase(Locale.ROOT));
    }

    /** Returns true for a character that means something in a symbol font only. */
    static boolean isPrivate(int character) {
        return character >= PRIVATE && character <= PRIVATE + 0xFF;
    }

    /** The character for a glyph; empty if there is none. */
    static Optional<String> character(String font, int code) {
        int low = isPrivate(code) ? code - PRIVATE : code;
        return Optional.ofNullable(FONTS.getOrDefault(font.strip().toLowerCase(Locale.ROOT), Map.of())
                .get(low));
    }

    /**
     * The characters that are seen where others are stored. What is not known becomes a box, and is reported.
     *
     * @param font the font of the characters, if it is a symbol font or states a code for each; empty otherwise
     */
    static String seen(String text, String font, RemarkCollector remarks) {
        boolean coded = is(font);
        if (!coded && text.codePoints().noneMatch(SymbolFonts::isPrivate)) {
            return text;
        }
        if (font.isEmpty()) {
            remarks.count("没有注明字体的符号{n}处，按常用的 Wingdings 字体认出，请核对", Weight.NOTE);
        }
        StringBuilder seen = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (isPrivate(point) || coded && point > ' ' && point < 0x100 && point != NO_BREAK_SPACE) {
                Optional<String> character = character(font.isEmpty() ? "Wingdings" : font, point);
                if (character.isEmpty()) {
                    remarks.leftOut("符号字体里的符号不能辨认，用“□”代替了，请对照原文改正");
                }
                seen.append(character.orElse("□"));
            } else {
                seen.appendCodePoint(point);
            }
        });
        return seen.toString();
    }

    /** Returns true if a glyph of a list says more than that an item begins there. */
    static boolean isMark(String glyph) {
        return Set.of("☐", "□", "☑", "☒", "✓", "✔", "✗", "✘", "√", "×", "❑", "❒")
                .contains(glyph);
    }

    private static Map<String, Map<Integer, String>> fonts(String runs) {
        Map<String, Map<Integer, String>> fonts = new HashMap<>();
        runs.lines().map(run -> run.split("\t")).forEach(run -> {
            int code = Integer.parseInt(run[1], 16);
            for (int character : run[2].codePoints().toArray()) {
                fonts.computeIfAbsent(run[0], any -> new HashMap<>()).put(code++, Character.toString(character));
            }
        });
        return Map.copyOf(fonts);
    }
}
