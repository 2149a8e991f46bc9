package org.gongkai.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.gongkai.problem.Problem;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads YAML into {@link Value}s. Scalars stay the text that was typed: {@code no} and {@code 010} are just that. */
public final class YamlReader {

    /** Deepest nesting of lists and groups that is read; no header of a person needs more. */
    private static final int MAX_DEPTH = 20;

    /** Most values of one text, aliases counted each time that they are used. */
    private static final int MAX_VALUES = 20_000;

    /**
     * Reads one YAML document.
     *
     * @param path file, for problems
     * @param text the YAML
     * @param firstLine line of the file on which the text begins, from 1
     * @param problems told of every mistake
     * @return the value, empty if the text is no YAML or holds nothing
     */
    public Optional<Value> read(String path, String text, int firstLine, Consumer<Problem> problems) {
        LoadSettings settings = LoadSettings.builder()
                .setAllowDuplicateKeys(true)
                .setAllowNonScalarKeys(true)
                .setMaxAliasesForCollections(50)
                .setCodePointLimit(1_000_000)
                .setLabel(path)
                .build();
        try {
            Optional<Node> node = new Compose(settings).composeString(text);
            return node.map(n -> new Conversion(path, firstLine, problems).convert(n, 0));
        } catch (MarkedYamlEngineException e) {
            Mark mark = e.getProblemMark().or(e::getContextMark).orElse(null);
            int line = mark == null ? 0 : mark.getLine();
            int column = mark == null ? 0 : mark.getColumn();
            YamlAdvice advice = YamlAdvice.of(text, line, column, e.getContext(), e.getProblem());
            problems.accept(Problem.error(
                    "E101", path, firstLine + advice.line(), advice.column() + 1, "这里不符合 YAML 的写法", advice.hint()));
        } catch (YamlEngineException | TooMuch e) {
            problems.accept(Problem.error("E101", path, firstLine, 1, "文件头或数据文件无法读出", "内容过多、嵌套过深或重复引用过多，请改写得简单些"));
        } catch (StackOverflowError e) {
            problems.accept(Problem.error("E101", path, firstLine, 1, "文件头或数据文件嵌套过深", "最多嵌套 " + MAX_DEPTH + " 层"));
        }
        return Optional.empty();
    }

    private static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** One conversion of nodes into values, which counts what it has made. */
    private static final class Conversion {
        private final String path;
        private final int firstLine;
        private final Consumer<Problem> problems;
        private int made;

        Conversion(String path, int firstLine, Consumer<Problem> problems) {
            this.path = path;
            this.firstLine = firstLine;
            this.problems = problems;
        }

        Value convert(Node node, int depth) {
            if (depth > MAX_DEPTH || ++made > MAX_VALUES) {
                throw new TooMuch();
            }
            int line = line(node);
            int column = column(node);
            if (node instanceof ScalarNode scalar) {
                boolean nothing = scalar.isPlain()
                        && (scalar.getValue().isEmpty()
                                || scalar.getValue().equals("~")
                                || scalar.getValue().equals("null"));
                return new Value.Text(nothing ? "" : scalar.getValue(), line, column);
            }
            if (node instanceof SequenceNode sequence) {
                List<Value> items = new ArrayList<>();
                sequence.getValue().forEach(item -> items.add(convert(item, depth + 1)));
                return new Value.Items(items, line, column);
            }
            List<Value.Field> fields = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (NodeTuple tuple : ((MappingNode) node).getValue()) {
                if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                    problems.accept(Problem.error(
                            "E101",
                            path,
                            line(tuple.getKeyNode()),
                            column(tuple.getKeyNode()),
                            "字段名必须是一个词",
                            "请写成“名称: 值”的形式"));
                    continue;
                }
                String name = key.getValue().strip();
                if (!seen.add(name)) {
                    problems.accept(Problem.error(
                            "E102", path, line(key), column(key), "字段“" + name + "”重复出现", "同一个字段只写一次，请删去多余的一处"));
                    continue;
                }
                fields.add(new Value.Field(
                        new Value.Text(name, line(key), column(key)), convert(tuple.getValueNode(), depth + 1)));
            }
            return new Value.Fields(fields, line, column);
        }

        private int line(Node node) {
            return node.getStartMark().map(m -> m.getLine() + firstLine).orElse(firstLine);
        }

        private int column(Node node) {
            return node.getStartMark().map(m -> m.getColumn() + 1).orElse(1);
        }
    }
}
