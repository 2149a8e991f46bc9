package org.gongkai.input.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.io.TextResource;
import org.gongkai.problem.ControlCharacters;
import org.gongkai.problem.Position;
import org.gongkai.problem.Problem;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Parses YAML into {@link Value}s. Scalars remain texts: {@code no} and {@code 010} are not converted. Full-width
 * colons and blanks after field names are accepted; see {@link NormalizedText} for values.
 */
public final class YamlReader {

    private final Map<String, Value> resources = new ConcurrentHashMap<>();
    private final int times;

    /** A reader of headers and data files. */
    public YamlReader() {
        this(1);
    }

    /** @param times how many times as many characters and values are allowed as in a header */
    public YamlReader(int times) {
        this.times = times;
    }

    /**
     * Returns a resource of the program, in which nothing may be wrong. It is read once by this object, and parsed
     * without what is tolerated of people, if the build of the program has not done that.
     */
    public Value resource(Class<?> neighbor, String name) {
        return resources.computeIfAbsent(neighbor.getPackageName() + "/" + name, key -> {
            String yaml = TextResource.of(neighbor, name);
            return ParsedResource.of(neighbor, name, yaml)
                    .orElseGet(() -> parsed(name, yaml).orElseThrow());
        });
    }

    /** Parses a resource; empty if it contains nothing. */
    static Optional<Value> parsed(String name, String text) {
        Consumer<Problem> failure = problem -> {
            throw new IllegalStateException(problem.text());
        };
        return new YamlReader().new YamlValues(name, 1, new NormalizedYaml(text, false), failure).read();
    }

    /**
     * Parses one YAML document.
     *
     * @param path the path of the file, for problems
     * @param text the YAML
     * @param firstLine the line of the file on which the text begins, from 1
     * @param problems accepts every problem
     * @return the value; empty if the text is not valid YAML or contains nothing
     */
    public Optional<Value> read(String path, String text, int firstLine, Consumer<Problem> problems) {
        Place start = new Place(firstLine, 1);
        NormalizedYaml yaml = null;
        try {
            YamlLimit.CHARACTERS.check(path, start, text.length(), times);
            int most = YamlLimit.LINE.most();
            int line = firstLine;
            for (String each : text.length() > most ? text.split("\n", -1) : new String[0]) {
                YamlLimit.LINE.check(path, new Place(line++, most + 1), each.length(), 1);
            }
            yaml = new NormalizedYaml(text, true);
            return new YamlValues(path, firstLine, yaml, problems).read();
        } catch (MarkedYamlEngineException e) {
            problems.accept(YamlAdvice.problem(path, firstLine, yaml, e));
        } catch (YamlLimit.Refused e) {
            problems.accept(e.problem);
        } catch (YamlEngineException e) {
            problems.accept(Problem.error("E101", path, start, "文件头或数据文件无法读出", "请写成“名称: 值”的形式"));
        }
        return Optional.empty();
    }

    private record Place(int line, int column) implements Position {}

    /** Makes values of the events of a document and counts them. */
    private final class YamlValues {

        /** A value that can be referred to, and the number of values in it. */
        private record Anchored(Value value, int count) {}

        private final String path;
        private final int firstLine;
        private final NormalizedYaml yaml;
        private final Consumer<Problem> problems;
        private final Iterator<Event> events;
        private final Map<Anchor, Anchored> anchors = new HashMap<>();
        private int made;

        YamlValues(String path, int firstLine, NormalizedYaml yaml, Consumer<Problem> problems) {
            this.path = path;
            this.firstLine = firstLine;
            this.yaml = yaml;
            this.problems = problems;
            this.events = new Parse(LoadSettings.builder()
                            // The library fails on a surrogate pair that spans the end of its buffer.
                            .setBufferSize(yaml.text().length() + 2)
                            .setCodePointLimit(3 * YamlLimit.CHARACTERS.most() * times)
                            .setLabel(path)
                            .build())
                    .parseString(yaml.text())
                    .iterator();
        }

        Optional<Value> read() {
            events.next();
            if (events.next().getEventId() == Event.ID.StreamEnd) {
                return Optional.empty();
            }
            Value value = value(events.next(), 0);
            events.next();
            Event after = events.next();
            if (after.getEventId() != Event.ID.StreamEnd) {
                throw wrong(after, "一个文件只能有一份内容，请删去中间的“---”");
            }
            return Optional.of(value);
        }

        private Value value(Event event, int depth) {
            Place at = place(event);
            YamlLimit.DEPTH.check(path, at, depth, 1);
            if (event instanceof AliasEvent alias) {
                Anchored meant = anchors.get(alias.getAlias());
                if (meant == null) {
                    throw wrong(event, YamlAdvice.ALIAS);
                }
                count(meant.count, at);
                return meant.value;
            }
            int before = made;
            count(1, at);
            Value value = event instanceof ScalarEvent scalar
                    ? text(scalar, at)
                    : event instanceof SequenceStartEvent
                            ? new Value.Items(items(depth + 1), at.line, at.column)
                            : new Value.Fields(fields(depth + 1), at.line, at.column);
            ((NodeEvent) event).getAnchor().ifPresent(name -> anchors.put(name, new Anchored(value, made - before)));
            return value;
        }

        private Value.Text text(ScalarEvent scalar, Place at) {
            String text = scalar.getValue();
            boolean isNothing = scalar.isPlain() && (text.isEmpty() || text.equals("~") || text.equals("null"));
            String value = isNothing ? "" : NormalizedText.value(withoutControls(text, at));
            return new Value.Text(value, at.line, at.column, scalar.isSQuoted() || scalar.isDQuoted());
        }

        private List<Value> items(int depth) {
            List<Value> items = new ArrayList<>();
            for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
                items.add(value(event, depth));
            }
            return items;
        }

        private List<Value.Field> fields(int depth) {
            List<Value.Field> fields = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
                Optional<Value.Text> name = name(event, depth, seen);
                YamlLimit.FIELDS.check(path, place(event), seen.size(), 1);
                Value value = value(events.next(), depth);
                name.ifPresent(it -> fields.add(new Value.Field(it, value)));
            }
            return fields;
        }

        /** Returns the name of a field; empty if it is invalid or repeated, which has been reported. */
        private Optional<Value.Text> name(Event event, int depth, Set<String> seen) {
            Place at = place(event);
            if (!(event instanceof ScalarEvent key)) {
                problems.accept(Problem.error("E101", path, at, "字段名必须是一个词", "请写成“名称: 值”的形式"));
                value(event, depth);
                return Optional.empty();
            }
            count(1, at);
            String name = NormalizedText.name(withoutControls(key.getValue(), at));
            if (name.length() > YamlLimit.NAME.most()) {
                problems.accept(YamlLimit.NAME.exceeded(path, at, name.length(), 1));
                return Optional.empty();
            }
            if (!seen.add(name)) {
                problems.accept(Problem.error("E102", path, at, "字段“" + name + "”重复出现", "同一个字段只写一次，请删去多余的一处"));
                return Optional.empty();
            }
            return Optional.of(new Value.Text(name, at.line, at.column));
        }

        /** Removes control characters, which quoted texts can contain as escape sequences. */
        private String withoutControls(String text, Place at) {
            if (!ControlCharacters.in(text)) {
                return text;
            }
            problems.accept(ControlCharacters.problem(path, at.line, at.column, text));
            return ControlCharacters.without(text);
        }

        private void count(int values, Place at) {
            made += values;
            YamlLimit.VALUES.check(path, at, made, times);
        }

        private YamlLimit.Refused wrong(Event at, String hint) {
            return new YamlLimit.Refused(Problem.error("E101", path, place(at), YamlAdvice.WRONG, hint));
        }

        private Place place(Event event) {
            Mark mark = event.getStartMark().orElseThrow();
            return new Place(firstLine + mark.getLine(), 1 + yaml.column(mark.getLine(), mark.getColumn()));
        }
    }

    /** Translates an error of the YAML parser into a problem with a hint in Chinese. */
    private static final class YamlAdvice {

        /** How to write the colon after a field name. */
        private static final String COLON = "字段名后面要有英文冒号和一个空格，如“标题: 关于……的通知”";

        static final String WRONG = "这里不符合 YAML 的写法";

        static final String ALIAS = "以 * 或 & 开头的值请用英文双引号括起来";

        private static final String NO_MAPPING = "mapping values are not allowed";
        private static final String NO_COLON = "could not find expected ':'";

        /** What the parser may tell, as regular expressions, and what to do. */
        private static final List<Map.Entry<String, String>> HINTS = List.of(
                Map.entry("alias", ALIAS),
                Map.entry(NO_MAPPING, "值里含有冒号加空格时，请用英文双引号把整个值括起来；并检查这一行的缩进"),
                Map.entry(NO_COLON, COLON),
                Map.entry("quoted scalar|end of stream", "引号没有成对，请检查这里以前的引号"),
                Map.entry("\\\\t|cannot start any token", "这里不能用制表符（Tab）或特殊符号开头，请改用空格缩进，或用英文双引号把值括起来"),
                Map.entry("<block end>|block mapping", "请检查缩进：同一级的字段要左对齐"));

        /** A name with a colon that is full-width or not followed by a space, which is not a field in YAML. */
        private static final Pattern NO_FIELD = Pattern.compile("(\\s*)[^\\s:：'\"\\[\\]{}#,-][^:：]*(：|:(?=\\S)).*");

        /** Returns the problem of a text that begins on a line of a file. */
        static Problem problem(String path, int firstLine, NormalizedYaml yaml, MarkedYamlEngineException error) {
            String context = error.getContext() == null ? "" : error.getContext();
            String told = error.getProblem() == null ? "" : error.getProblem();
            Mark mark = error.getProblemMark().or(error::getContextMark).orElseThrow();
            int line = mark.getLine();
            int column = mark.getColumn();
            String hint = HINTS.stream()
                    .filter(it -> Pattern.compile(it.getKey()).matcher(told).find())
                    .findFirst()
                    .map(Map.Entry::getValue)
                    .orElse("请写成“名称: 值”的形式，冒号用英文冒号，后面空一格");
            hint = context.contains("alias") || context.contains("anchor") ? ALIAS : hint;
            // YAML treats a line with a wrong colon as the beginning of a text, so that the parser fails on the next
            // line.
            boolean mayBeColon = told.contains(NO_MAPPING) || told.contains(NO_COLON);
            List<String> lines = mayBeColon ? yaml.text().lines().toList() : List.of();
            for (int i = Math.min(line, lines.size()) - 1; i >= 0; i--) {
                Matcher noField = NO_FIELD.matcher(lines.get(i));
                if (!noField.matches()) {
                    break;
                }
                line = i;
                column = noField.start(2);
                hint = COLON;
            }
            return Problem.error("E101", path, firstLine + line, 1 + yaml.column(line, column), WRONG, hint);
        }
    }
}
