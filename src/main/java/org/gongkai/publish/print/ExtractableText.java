package org.gongkai.publish.print;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;

/**
 * Corrects what the fonts of a file say that their glyphs mean. Faces draw a radical and its ideograph with one glyph,
 * and browsers name the radical: 一 (U+4E00) would be copied from the file as U+2F00, and never found.
 */
final class ExtractableText {

    /**
     * What has no decomposition, before what it is in Chinese of today: the radicals of U+2E80 to U+2EFF, a wave dash,
     * a rare form, and the radical that decomposes into the form of Taiwan.
     */
    private static final String RADICALS =
            "⺁厂⺇几⺌小⺎兀⺏尣⺐尢⺒巳⺓幺⺛旡⺝月⺟母⺠民⺩王⺬示⺮竹⺯糸⺱网⺷羊⺻聿⺼月⺽臼⻁虎⻂衣⻃西⻄西⻅见⻆角⻉贝⻋车⻌辶⻐金⻑长⻒镸⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻟食⻠饣⻢马⻣骨⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟⼾户〜～㬵胶";

    private static final Map<Integer, Integer> IDEOGRAPHS = ideographs();

    private static final Pattern SECTION =
            Pattern.compile("(?s)[0-9]+\\s+begin(bfchar|bfrange)\\s(.*?)endbf(?:char|range)\\s*");
    private static final Pattern CODE = Pattern.compile("<([0-9A-Fa-f]+)>");

    /** The largest number of lines of a section of a CMap. */
    private static final int LINES = 100;

    private final Set<COSBase> seen = new HashSet<>();

    private ExtractableText() {}

    private static Map<Integer, Integer> ideographs() {
        Map<Integer, Integer> ideographs = new HashMap<>();
        for (int i = 0; i < RADICALS.length(); i += 2) {
            ideographs.put((int) RADICALS.charAt(i), (int) RADICALS.charAt(i + 1));
        }
        for (int radical = 0x2F00; radical <= 0x2FD5; radical++) {
            ideographs.putIfAbsent(
                    radical,
                    Normalizer.normalize(Character.toString(radical), Normalizer.Form.NFKC)
                            .codePointAt(0));
        }
        return Map.copyOf(ideographs);
    }

    /** Corrects all fonts of a file. */
    static void correct(PDDocument document) throws IOException {
        ExtractableText text = new ExtractableText();
        for (PDPage page : document.getPages()) {
            text.resources(page.getResources());
        }
    }

    private void resources(PDResources resources) throws IOException {
        if (resources == null || !seen.add(resources.getCOSObject())) {
            return;
        }
        COSDictionary fonts = resources.getCOSObject().getCOSDictionary(COSName.FONT);
        if (fonts != null) {
            for (COSName name : fonts.keySet()) {
                COSDictionary font = fonts.getCOSDictionary(name);
                if (font != null
                        && font.getDictionaryObject(COSName.TO_UNICODE) instanceof COSStream map
                        && seen.add(map)) {
                    correct(map);
                }
            }
        }
        for (COSName name : resources.getXObjectNames()) {
            if (resources.getXObject(name) instanceof PDFormXObject form) {
                resources(form.getResources());
            }
        }
    }

    private static void correct(COSStream map) throws IOException {
        String text = new String(map.createInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        TreeMap<String, String> meanings = meanings(text);
        if (meanings.values().stream().allMatch(meaning -> unified(meaning).equals(meaning))) {
            return;
        }
        StringBuilder sections = new StringBuilder();
        int left = meanings.size();
        int line = 0;
        for (Map.Entry<String, String> meaning : meanings.entrySet()) {
            if (line % LINES == 0) {
                sections.append(Math.min(left, LINES)).append(" beginbfchar\n");
            }
            sections.append('<')
                    .append(meaning.getKey())
                    .append("> <")
                    .append(unified(meaning.getValue()))
                    .append(">\n");
            line++;
            left--;
            if (line % LINES == 0 || left == 0) {
                sections.append("endbfchar\n");
            }
        }
        Matcher section = SECTION.matcher(text);
        String rest = section.replaceAll("");
        int end = rest.indexOf("endcmap");
        try (OutputStream out = map.createOutputStream(COSName.FLATE_DECODE)) {
            out.write((rest.substring(0, end) + sections + rest.substring(end)).getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    /** The codes of a CMap with their meanings in UTF-16, both in hexadecimal digits. */
    private static TreeMap<String, String> meanings(String map) {
        TreeMap<String, String> meanings = new TreeMap<>();
        Matcher section = SECTION.matcher(map);
        while (section.find()) {
            Matcher code = CODE.matcher(section.group(2));
            while (code.find()) {
                String first = code.group(1);
                String last = first;
                if (section.group(1).equals("bfrange") && code.find()) {
                    last = code.group(1);
                }
                if (!code.find()) {
                    break;
                }
                String meaning = code.group(1);
                for (int at = Integer.parseInt(first, 16); at <= Integer.parseInt(last, 16); at++) {
                    meanings.put(hexadecimal(at, first.length()), meaning);
                    meaning = meaning.substring(0, meaning.length() - 4)
                            + hexadecimal(Integer.parseInt(meaning.substring(meaning.length() - 4), 16) + 1, 4);
                }
            }
        }
        return meanings;
    }

    private static String unified(String meaning) {
        if (meaning.length() != 4) {
            return meaning;
        }
        Integer ideograph = IDEOGRAPHS.get(Integer.parseInt(meaning, 16));
        return ideograph == null ? meaning : hexadecimal(ideograph, 4);
    }

    private static String hexadecimal(int number, int digits) {
        return String.format(Locale.ROOT, "%0" + digits + "X", number);
    }
}
