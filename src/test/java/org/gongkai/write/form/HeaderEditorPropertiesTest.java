package org.gongkai.write.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.header.Header;
import org.gongkai.input.entry.header.HeaderParser;
import org.gongkai.write.form.HeaderEditor.FieldEdit;

/** After any edit a header reads back to the values asked for, and everything else is as it was. */
class HeaderEditorPropertiesTest {

    private static final List<String> NAMES = List.of("标题", "标签", "公示", "任务项", "摘要", "会议");

    private static final List<String> HEADERS = List.of(
            "# 说明\n标题: 关于 \"值班\" 的通知 # 改\n标签: 节水、防汛\n公示: {起: 2024-01-02, 止: 2024-01-09}\n",
            "标题：甲：乙\n标签:\n  - 节水\n  # 汛期\n  - 防汛\n\n摘要: >\n  一段\n  # 不是说明\n  文字\n# 最后\n状态: 草稿\n",
            "  标题: '甲 # 乙'\n  任务项:\n  - {序号: 1, 内容: 检查}\n  - 序号: 2\n    内容: 修订  # 已议\n  会议:\n    名称: 党员大会\n    时间: 2024-01-31 15:00\n",
            "title: 甲\n任务项: [{序号: 1}, {序号: 2}]\n摘要: \"两行\\n文字\"\n标签: [甲, '乙, 丙']\n");

    private final YamlReader reader = new YamlReader();
    private final HeaderEditor editor = new HeaderEditor(reader);

    @Property(tries = 1500)
    void readsBack(
            @ForAll("headers") String header,
            @ForAll("values") FormValue value,
            @ForAll("names") String name,
            @ForAll("ends") String end) {
        String text = ("---\n" + header + "---\n\n正文 # 一\n").replace("\n", end);
        Map<String, FormValue> before = read(text);

        HeaderEditor.Edited edited = editor.edit("md", text, List.of(new FieldEdit(List.of(name), Optional.of(value))));

        assertThat(edited.refusals()).isEmpty();
        Map<String, FormValue> after = read(edited.text());
        assertThat(after).containsEntry(name, value);
        before.remove(name);
        after.remove(name);
        assertThat(after).isEqualTo(before);
        assertThat(edited.text()).endsWith(("---\n\n正文 # 一\n").replace("\n", end));
        assertThat(comments(edited.text())).isEqualTo(comments(text));
        assertThat(edited.text().replace(end, "")).doesNotContain("\r", "\n");
    }

    @Property(tries = 200)
    void removes(@ForAll("headers") String header, @ForAll("names") String name) {
        String text = "---\n" + header + "---\n正文";
        Map<String, FormValue> before = read(text);

        String after = editor.edit("md", text, List.of(new FieldEdit(List.of(name), Optional.empty())))
                .text();

        before.remove(name);
        assertThat(read(after)).isEqualTo(before);
    }

    /** Comments on lines of their own in front of fields, which no edit of a field may remove. */
    private static List<String> comments(String text) {
        return text.lines()
                .filter(line -> line.equals("# 说明") || line.equals("# 最后"))
                .toList();
    }

    private Map<String, FormValue> read(String text) {
        Header header = new HeaderParser(reader)
                .parse("", "md", text.replace("\r\n", "\n").replace('\r', '\n'), problem -> {
                    throw new AssertionError(problem.text());
                })
                .orElseThrow();
        Map<String, FormValue> fields = new LinkedHashMap<>();
        header.fields().fields().forEach(field -> fields.put(field.key().text(), FormValue.of(field.value())));
        return fields;
    }

    @Provide
    Arbitrary<String> headers() {
        return Arbitraries.of(HEADERS);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of(NAMES);
    }

    @Provide
    Arbitrary<String> ends() {
        return Arbitraries.of("\n", "\r\n", "\r");
    }

    @Provide
    Arbitrary<FormValue> values() {
        Arbitrary<FormValue> words = words().map(FormValue::of);
        Arbitrary<FormValue> group = Combinators.combine(
                        Arbitraries.of("起", "内容", "甲 乙"), words, Arbitraries.of("止", "名称", "no"), words)
                .as((a, first, b, second) -> {
                    Map<String, FormValue> members = new LinkedHashMap<>();
                    members.put(a, first);
                    members.put(b, second);
                    return new FormValue.Group(members);
                });
        Arbitrary<FormValue> list = words.list().ofMaxSize(4).map(FormValue.Items::new);
        Arbitrary<FormValue> table = group.list().ofMinSize(1).ofMaxSize(4).map(FormValue.Items::new);
        return Arbitraries.oneOf(words, group, list, table);
    }

    /** Texts of what headers hold and of everything that means something in YAML. */
    private static Arbitrary<String> words() {
        return Arbitraries.of(
                        ("关于‖值班‖2024-01-02‖：‖: ‖ #‖# ‖- ‖\"‖'‖\\‖[‖]‖{‖}‖,‖，‖｛‖］‖、‖&‖*‖|‖>‖%‖@‖`‖?‖!‖~‖null‖\n‖\t‖"
                                        + "　‖１２‖---‖...‖<<‖=‖ ‖\u200B‖😀‖a:b‖é‖\u00A0‖\u2028")
                                .split("‖"))
                .list()
                .ofMaxSize(5)
                .map(parts -> String.join("", new ArrayList<>(parts)));
    }
}
