package org.gongkai.check.setting;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.input.data.Value;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.problem.Problem;

/** Reads 例外 of an entry: rules that do not apply to it, each with a reason. Safe for use by multiple threads. */
public final class ExemptionReader {

    private static final Pattern CODE_AND_REASON = Pattern.compile("\\s*([A-Za-z0-9]+)(?:[\\s:：,，]+(.*?))?\\s*");
    private static final String HINT = "例如 - {规则: W205, 理由: ……}，或写成“W205 理由”";

    private final RuleNames names;

    public ExemptionReader(YamlReader yaml) {
        this.names = new RuleNames(yaml);
    }

    /** Returns the exemptions of an entry that has 例外, without those that are reported as invalid. */
    public List<Exemption> read(Entry entry, Consumer<Problem> problems) {
        List<Exemption> exemptions = new ArrayList<>();
        Value value = entry.values().get(CommonField.EXCEPTIONS);
        List<Value> items = value instanceof Value.Items list ? list.items() : List.of(value);
        for (Value item : items) {
            if (item instanceof Value.Text text) {
                parts(text).forEach(part -> fromText(entry, part, exemptions, problems));
            } else if (item instanceof Value.Fields group
                    && group.value("规则", "rule").orElse(null) instanceof Value.Text code
                    && !code.isBlank()) {
                String reason = group.text("理由", "reason").orElse("");
                add(entry, code, reason, exemptions, problems);
            } else {
                error(entry, item, "例外没有写规则代码", problems);
            }
        }
        return exemptions;
    }

    private void fromText(Entry entry, Value.Text text, List<Exemption> exemptions, Consumer<Problem> problems) {
        Matcher matcher = CODE_AND_REASON.matcher(text.text());
        if (matcher.matches()) {
            Value.Text code = new Value.Text(matcher.group(1), text.line(), text.column() + matcher.start(1));
            add(entry, code, matcher.group(2) == null ? "" : matcher.group(2), exemptions, problems);
        } else {
            error(entry, text, "例外“" + text.text().strip() + "”没有以规则代码开头", problems);
        }
    }

    private void add(
            Entry entry, Value.Text code, String reason, List<Exemption> exemptions, Consumer<Problem> problems) {
        names.named(entry.path(), code, problems).ifPresent(known -> {
            if (reason.isEmpty()) {
                error(entry, code, "例外 " + known + " 没有写理由", problems);
            } else {
                exemptions.add(new Exemption(entry, known, reason, code.line(), code.column()));
            }
        });
    }

    private static void error(Entry entry, Value at, String message, Consumer<Problem> problems) {
        problems.accept(Problem.error("E193", entry.path(), at, message, HINT));
    }

    /** Splits a text at semicolons, each part with its own column; reasons may contain commas. */
    private static List<Value.Text> parts(Value.Text text) {
        List<Value.Text> parts = new ArrayList<>();
        int at = 0;
        for (String part : text.text().split("[;；]", -1)) {
            if (!part.isBlank()) {
                parts.add(new Value.Text(part, text.line(), text.column() + at));
            }
            at += part.length() + 1;
        }
        return parts;
    }
}
