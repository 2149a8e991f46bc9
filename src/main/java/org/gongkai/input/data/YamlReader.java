package org.gongkai.input.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.gongkai.io.TextResource;
import org.gongkai.problem.ControlCharacters;
import org.gongkai.problem.Problem;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

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
        return resources.computeIfAbsent(
                neighbor.getPackageName() + "/" + name, key -> parsed(name, TextResource.of(neighbor, name)));
    }

    private static Value parsed(String name, String text) {
        Consumer<Problem> failure = problem -> {
            throw new IllegalStateException(problem.text());
        };
        return new YamlValues(name, 1, 1, NormalizedYaml.unchanged(text), failure)
                .read()
                .orElseThrow();
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
        if (text.length() > YamlLimit.CHARACTERS.most() * times) {
            problems.accept(YamlLimit.CHARACTERS.exceeded(path, firstLine, 1, text.length(), times));
            return Optional.empty();
        }
        int most = YamlLimit.LINE.most();
        int line = firstLine;
        for (String each : text.length() > most ? text.split("\n", -1) : new String[0]) {
            if (each.length() > most) {
                problems.accept(YamlLimit.LINE.exceeded(path, line, most + 1, each.length()));
                return Optional.empty();
            }
            line++;
        }
        NormalizedYaml yaml = NormalizedYaml.of(text);
        try {
            return new YamlValues(path, firstLine, times, yaml, problems).read();
        } catch (MarkedYamlEngineException e) {
            Mark mark = e.getProblemMark().or(e::getContextMark).orElse(null);
            YamlAdvice advice = YamlAdvice.of(
                    yaml.text(),
                    mark == null ? 0 : mark.getLine(),
                    mark == null ? 0 : mark.getColumn(),
                    e.getContext(),
                    e.getProblem());
            problems.accept(Problem.error(
                    "E101",
                    path,
                    firstLine + advice.line(),
                    yaml.column(advice.line(), advice.column()) + 1,
                    "这里不符合 YAML 的写法",
                    advice.hint()));
        } catch (YamlValues.TooMuch e) {
            problems.accept(e.problem());
        } catch (YamlEngineException e) {
            problems.accept(Problem.error("E101", path, firstLine, 1, "文件头或数据文件无法读出", "请写成“名称: 值”的形式"));
        } catch (StackOverflowError e) {
            problems.accept(YamlLimit.DEPTH.exceeded(path, firstLine, 1, 0));
        }
        return Optional.empty();
    }

    /** Converts the nodes of a document to values and counts them. */
    private static final class YamlValues {

        /** Thrown if a limit is exceeded. */
        static final class TooMuch extends RuntimeException {
            private final transient Problem problem;

            TooMuch(Problem problem) {
                super(problem.text(), null, false, false);
                this.problem = problem;
            }

            Problem problem() {
                return problem;
            }
        }

        private final String path;
        private final int firstLine;
        private final int times;
        private final NormalizedYaml yaml;
        private final Consumer<Problem> problems;
        private int made;

        YamlValues(String path, int firstLine, int times, NormalizedYaml yaml, Consumer<Problem> problems) {
            this.path = path;
            this.firstLine = firstLine;
            this.times = times;
            this.yaml = yaml;
            this.problems = problems;
        }

        Optional<Value> read() {
            LoadSettings settings = LoadSettings.builder()
                    .setAllowDuplicateKeys(true)
                    .setAllowNonScalarKeys(true)
                    .setMaxAliasesForCollections(YamlLimit.VALUES.most())
                    // The library fails on a surrogate pair that spans the end of its buffer.
                    .setBufferSize(yaml.text().length() + 2)
                    .setCodePointLimit(3 * YamlLimit.CHARACTERS.most() * times)
                    .setLabel(path)
                    .build();
            return new BoundedComposer(settings).getSingleNode().map(node -> value(node, 0));
        }

        /** Refuses collections that are nested too deep before they fill the stack. */
        private final class BoundedComposer extends Composer {

            private int depth;

            BoundedComposer(LoadSettings settings) {
                super(settings, new ParserImpl(settings, new StreamReader(settings, yaml.text())));
            }

            @Override
            protected SequenceNode composeSequenceNode(Optional<Anchor> anchor) {
                enter();
                SequenceNode node = super.composeSequenceNode(anchor);
                depth--;
                return node;
            }

            @Override
            protected Node composeMappingNode(Optional<Anchor> anchor) {
                enter();
                Node node = super.composeMappingNode(anchor);
                depth--;
                return node;
            }

            private void enter() {
                if (depth++ > YamlLimit.DEPTH.most()) {
                    Optional<Mark> start = parser.peekEvent().getStartMark();
                    throw new TooMuch(YamlLimit.DEPTH.exceeded(path, line(start), column(start), depth));
                }
            }
        }

        private Value value(Node node, int depth) {
            int line = line(node.getStartMark());
            int column = column(node.getStartMark());
            if (depth > YamlLimit.DEPTH.most()) {
                throw new TooMuch(YamlLimit.DEPTH.exceeded(path, line, column, depth));
            }
            count(line, column);
            if (node instanceof ScalarNode scalar) {
                String text = scalar.getValue();
                boolean nothing = scalar.isPlain() && (text.isEmpty() || text.equals("~") || text.equals("null"));
                return new Value.Text(
                        nothing ? "" : NormalizedText.value(withoutControls(text, line, column)),
                        line,
                        column,
                        scalar.getScalarStyle() == ScalarStyle.SINGLE_QUOTED
                                || scalar.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED);
            }
            if (node instanceof SequenceNode sequence) {
                List<Value> items = new ArrayList<>();
                sequence.getValue().forEach(item -> items.add(value(item, depth + 1)));
                return new Value.Items(items, line, column);
            }
            List<Value.Field> fields = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (NodeTuple tuple : ((MappingNode) node).getValue()) {
                name(tuple.getKeyNode(), seen).ifPresent(name -> {
                    if (seen.size() > YamlLimit.FIELDS.most()) {
                        throw new TooMuch(YamlLimit.FIELDS.exceeded(path, name.line(), name.column(), seen.size()));
                    }
                    fields.add(new Value.Field(name, value(tuple.getValueNode(), depth + 1)));
                });
            }
            return new Value.Fields(fields, line, column);
        }

        /**
         * Returns the name of a field; empty if it is invalid or a duplicate, in which case a problem has been
         * reported.
         */
        private Optional<Value.Text> name(Node node, Set<String> seen) {
            int line = line(node.getStartMark());
            int column = column(node.getStartMark());
            count(line, column);
            if (!(node instanceof ScalarNode key)) {
                problems.accept(Problem.error("E101", path, line, column, "字段名必须是一个词", "请写成“名称: 值”的形式"));
                return Optional.empty();
            }
            String name = NormalizedText.name(withoutControls(key.getValue(), line, column));
            if (name.length() > YamlLimit.NAME.most()) {
                problems.accept(YamlLimit.NAME.exceeded(path, line, column, name.length()));
                return Optional.empty();
            }
            if (!seen.add(name)) {
                problems.accept(
                        Problem.error("E102", path, line, column, "字段“" + name + "”重复出现", "同一个字段只写一次，请删去多余的一处"));
                return Optional.empty();
            }
            return Optional.of(new Value.Text(name, line, column));
        }

        /** Removes control characters, which quoted texts can contain as escape sequences. */
        private String withoutControls(String text, int line, int column) {
            if (!ControlCharacters.in(text)) {
                return text;
            }
            problems.accept(ControlCharacters.problem(path, line, column, text));
            return ControlCharacters.without(text);
        }

        private void count(int line, int column) {
            if (++made > YamlLimit.VALUES.most() * times) {
                throw new TooMuch(YamlLimit.VALUES.exceeded(path, line, column, made, times));
            }
        }

        private int line(Optional<Mark> start) {
            return start.map(Mark::getLine).orElse(0) + firstLine;
        }

        private int column(Optional<Mark> start) {
            return start.map(mark -> yaml.column(mark.getLine(), mark.getColumn()) + 1)
                    .orElse(1);
        }
    }
}
