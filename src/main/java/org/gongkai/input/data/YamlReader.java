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
     * Returns a resource of the program, in which nothing may be wrong. It is parsed once by this object, and without
     * what is tolerated of people.
     */
    public Value resource(Class<?> neighbor, String name) {
        return resources.computeIfAbsent(neighbor.getPackageName() + "/" + name, key -> {
            NormalizedYaml yaml = new NormalizedYaml(TextResource.of(neighbor, name), false);
            Consumer<Problem> failure = problem -> {
                throw new IllegalStateException(problem.text());
            };
            return new YamlValues(name, 1, yaml, failure).read().orElseThrow();
        });
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
        if (text.length() > YamlLimit.CHARACTERS.most() * times) {
            problems.accept(YamlLimit.CHARACTERS.exceeded(path, start, text.length(), times));
            return Optional.empty();
        }
        int most = YamlLimit.LINE.most();
        int line = firstLine;
        for (String each : text.length() > most ? text.split("\n", -1) : new String[0]) {
            if (each.length() > most) {
                problems.accept(YamlLimit.LINE.exceeded(path, new Place(line, most + 1), each.length(), 1));
                return Optional.empty();
            }
            line++;
        }
        NormalizedYaml yaml = new NormalizedYaml(text, true);
        try {
            return new YamlValues(path, firstLine, yaml, problems).read();
        } catch (MarkedYamlEngineException e) {
            problems.accept(YamlAdvice.problem(path, firstLine, yaml, e));
        } catch (Refused e) {
            problems.accept(e.problem);
        } catch (YamlEngineException e) {
            problems.accept(Problem.error("E101", path, start, "文件头或数据文件无法读出", "请写成“名称: 值”的形式"));
        }
        return Optional.empty();
    }

    private record Place(int line, int column) implements Position {}

    /** Thrown if a document is not read any further. */
    private static final class Refused extends RuntimeException {
        private final transient Problem problem;

        Refused(Problem problem) {
            super(problem.text(), null, false, false);
            this.problem = problem;
        }
    }

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
            if (depth > YamlLimit.DEPTH.most()) {
                throw new Refused(YamlLimit.DEPTH.exceeded(path, at, depth, 1));
            }
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
                if (seen.size() > YamlLimit.FIELDS.most()) {
                    throw new Refused(YamlLimit.FIELDS.exceeded(path, place(event), seen.size(), 1));
                }
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
            if (made > YamlLimit.VALUES.most() * times) {
                throw new Refused(YamlLimit.VALUES.exceeded(path, at, made, times));
            }
        }

        private Refused wrong(Event at, String hint) {
            return new Refused(Problem.error("E101", path, place(at), YamlAdvice.WRONG, hint));
        }

        private Place place(Event event) {
            Mark mark = event.getStartMark().orElseThrow();
            return new Place(firstLine + mark.getLine(), 1 + yaml.column(mark.getLine(), mark.getColumn()));
        }
    }
}
