package org.gongkai.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Texts made of the marks of a language: repeated, nested, interleaved, and put into the middle of honest text. */
record Snippets(Random random) {

    static final String[] MARKDOWN = {
        "{{",
        "}}",
        "{{计数: 文种=通知, 年度=2024}}",
        "｛｛合计：",
        "*",
        "**",
        "_",
        "~~",
        "`",
        "``",
        "```\n",
        "~~~\n",
        "\\",
        "\\`",
        "<",
        "<a ",
        "</a>",
        "<p>",
        "<b x='",
        "<!--",
        "-->",
        "<?",
        "<![CDATA[",
        "<div>\n",
        "<td>",
        "<svg>",
        "<script>",
        "&",
        "&#60;",
        "&lt;",
        "[",
        "]",
        "[]",
        "[a](",
        "](",
        "[a](b)",
        "[a][b]",
        "[a]: b\n",
        "![",
        "[^a]",
        "[^a]: b\n",
        "^[a]",
        "http://a.b/",
        "www.a.b",
        "a@b.c ",
        "|",
        "| a |\n",
        "|---|\n",
        "\n",
        "\n\n",
        " ",
        "    ",
        "\t",
        "- ",
        "- a\n",
        "1. ",
        "> ",
        "# ",
        "=\n",
        "---\n",
        "{#a}",
        ": a\n",
        "- [ ] ",
        "一、",
        "（一）",
        "2024年1月1日",
        "，",
        "。\n",
        "“",
        "《",
        "XX",
        "附件1",
        "\u200b",
        "\0",
        "𬭎",
        "e\u0301",
        "\uFEFF",
        "　",
        "字",
        "a",
        "1,",
        "["
    };
    static final String[] ASCIIDOC = {
        "{{",
        "}}",
        "{{计数: 文种=通知, 年度=2024}}",
        "｛｛合计：",
        "*",
        "**",
        "_",
        "__",
        "`",
        "#",
        "##",
        "^",
        "~",
        "+",
        "++",
        "+++",
        "pass:[",
        "link:",
        "link:a[",
        "xref:a[",
        "<<",
        "<<a>>",
        "[[",
        "[[a]]",
        "image:",
        "image::a[]\n",
        "footnote:[",
        "http://a.b[",
        "mailto:",
        "a@b.c ",
        "((",
        "(((a)))",
        "stem:[",
        "kbd:[",
        "[",
        "]",
        "{",
        "{a}",
        "{set:a:b}",
        "{counter:a}",
        "\\",
        "\"`",
        "`\"",
        "--",
        "->",
        "(C)",
        "&",
        "<",
        "|",
        "|===\n",
        "|a ",
        "!===\n",
        "2+|",
        "====\n",
        "----\n",
        "....\n",
        "****\n",
        "____\n",
        "++++\n",
        "--\n",
        "```\n",
        "////\n",
        "// a\n",
        "* a\n",
        "** a\n",
        ". a\n",
        "1. a\n",
        "a:: b\n",
        "<1> a\n",
        "+\n",
        "== a\n",
        "=== a\n",
        ".a\n",
        ":a: b\n",
        ":a!:\n",
        "include::a[]\n",
        "ifdef::a[]\n",
        "ifeval::[",
        "endif::[]\n",
        "[source]\n",
        "[cols=\"",
        "[#a.b%c]\n",
        "NOTE: a\n",
        "\n",
        "\n\n",
        " ",
        "中",
        "，",
        "“",
        "𬭎",
        "a",
        "1"
    };
    static final String[] YAML = {
        ": ",
        "：",
        "- ",
        "[",
        "]",
        "{",
        "}",
        ",",
        "\"",
        "'",
        "|\n",
        ">\n",
        "&a ",
        "*a",
        "<<: ",
        "---\n",
        "~~~~~~\n",
        "=",
        ":a: ",
        "#",
        "%",
        "?",
        "! ",
        "!!x ",
        "\n",
        "\n  ",
        "\n    ",
        " ",
        "\t",
        "　",
        "2024-01-01",
        "2024-13-41",
        "1",
        "-1",
        "1e9",
        "true",
        "null",
        "标题",
        "文种",
        "公示",
        "栏目",
        "公开范围",
        "审批",
        "通过",
        "标识",
        "起",
        "止",
        "a",
        "a-",
        "字",
        "/",
        "../",
        "\\",
        "\0",
        "𬭎",
        "\uFEFF",
        "\u0085"
    };

    private static final String PROSE = "本支部召开党员大会，讨论了今年的工作计划。\n\n一、学习\n\n每月第一周集体学习，内容见计划表。\n";

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
