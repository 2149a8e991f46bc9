package org.gongkai.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.gongkai.markup.VisibleText;

/** Texts made of the marks of a language: repeated, nested, interleaved, and put into the middle of honest text. */
record Snippets(Random random) {

    static final String[] MARKDOWN = marks(
            "markdown.txt",
            "{{计数: 文种=通知, 年度=2024}}",
            "｛｛合计：",
            "}}",
            "<b x='",
            "<!--",
            "-->",
            "<?",
            "<![CDATA[",
            "<div>\n",
            "<td>",
            "<svg>",
            "<script>",
            "[^a]",
            "[^a]: b\n",
            "- [ ] ",
            "附件1",
            "\u200b",
            "\0");
    static final String[] ASCIIDOC = marks(
            "asciidoc.txt",
            "{{计数: 文种=通知, 年度=2024}}",
            "｛｛合计：",
            "}}",
            "pass:[",
            "stem:[",
            "image::a[]\n",
            "mailto:",
            "!===\n",
            "2+|",
            "++++\n",
            "////\n",
            ":a!:\n",
            "include::a[]\n",
            "ifeval::[",
            "[source]\n",
            "[cols=\"",
            "[#a.b%c]\n");
    static final String[] YAML =
            (": ‖：‖- ‖[‖]‖{‖}‖,‖\"‖'‖|\n‖>\n‖&a ‖*a‖<<: ‖---\n‖~~~~~~\n‖=‖:a: ‖#‖%‖?‖! ‖!!x ‖\n‖\n  ‖"
                            + "\n    ‖ ‖\t‖　‖2024-01-01‖2024-13-41‖1‖-1‖1e9‖true‖null‖标题‖文种‖公示‖栏目‖公开范围‖审批‖通过‖标识‖起‖止‖a‖"
                            + "a-‖字‖/‖../‖\\‖\0‖𬭎‖\uFEFF‖\u0085")
                    .split("‖");

    private static final String PROSE = "本支部召开党员大会，讨论了今年的工作计划。\n\n一、学习\n\n每月第一周集体学习，内容见计划表。\n";

    /** The marks of a language by which its converters are compared with others, and some more. */
    private static String[] marks(String file, String... more) {
        return Stream.of(VisibleText.snippets(file, "MARKS"), VisibleText.snippets(file, "CHINESE"), List.of(more))
                .flatMap(List::stream)
                .toArray(String[]::new);
    }

    /** A text of some marks among honest words. */
    String of(String... marks) {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? PROSE : "");
        int pieces = 1 + random.nextInt(8);
        for (int i = 0; i < pieces; i++) {
            text.append(piece(marks));
            text.append(random.nextInt(3) == 0 ? "字" : "");
        }
        return text + (random.nextBoolean() ? PROSE : "");
    }

    private String piece(String... marks) {
        String mark = pick(marks);
        int times = random.nextInt(4) == 0 ? 1 + random.nextInt(400) : 1 + random.nextInt(4);
        return switch (random.nextInt(4)) {
            case 0 -> mark.repeat(times);
            case 1 -> mark.repeat(times) + "字" + pick(marks).repeat(times);
            case 2 -> (mark + pick(marks)).repeat(times);
            default -> (mark + "a ").repeat(times);
        };
    }

    String pick(String... of) {
        return of[random.nextInt(of.length)];
    }

    /** A text to whose bytes one to four accidents happened. */
    byte[] damaged(byte[] bytes, String... marks) {
        byte[] damaged = bytes;
        for (int i = random.nextInt(4); i >= 0; i--) {
            int from = random.nextInt(damaged.length + 1);
            int to = Math.min(damaged.length, from + random.nextInt(12));
            byte[] put = new byte[0];
            switch (random.nextInt(5)) {
                case 0 -> put = piece(marks).getBytes(StandardCharsets.UTF_8);
                case 1 -> {
                    put = new byte[to - from];
                    random.nextBytes(put);
                }
                case 2 -> to = damaged.length - random.nextInt(damaged.length - from + 1);
                case 3 -> {
                    put = java.util.Arrays.copyOfRange(damaged, from, to);
                    to = from;
                }
                default -> {}
            }
            damaged = joined(damaged, from, put, Math.max(from, to));
        }
        return damaged;
    }

    String damaged(String text, String... marks) {
        return new String(damaged(text.getBytes(StandardCharsets.UTF_8), marks), StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] bytes, int from, byte[] put, int to) {
        byte[] all = new byte[from + put.length + bytes.length - to];
        System.arraycopy(bytes, 0, all, 0, from);
        System.arraycopy(put, 0, all, from, put.length);
        System.arraycopy(bytes, to, all, from + put.length, bytes.length - to);
        return all;
    }
}
