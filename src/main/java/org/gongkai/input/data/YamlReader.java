package org.gongkai.input.data;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.gongkai.io.TextResource;
import org.gongkai.problem.Problem;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

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
        Node node = new Compose(settings(name, text, 1)).composeString(text).orElseThrow();
        return new YamlValues(new YamlLimits(name, 1, 1), NormalizedYaml.unchanged(text), failure).value(node);
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
        YamlLimits limits = new YamlLimits(path, firstLine, times);
        Optional<Problem> refused = limits.beforeParsing(text);
        if (refused.isPresent()) {
            problems.accept(refused.get());
            return Optional.empty();
        }
        NormalizedYaml yaml = NormalizedYaml.of(text);
        LoadSettings settings = settings(path, yaml.text(), times);
        Optional<Problem> deep = limits.nesting(settings, yaml.text());
        if (deep.isPresent()) {
            problems.accept(deep.get());
            return Optional.empty();
        }
        try {
            Optional<Node> node = new Compose(settings).composeString(yaml.text());
            return node.map(n -> new YamlValues(limits, yaml, problems).value(n));
        } catch (MarkedYamlEngineException e) {
            Mark mark = e.getProblemMark().or(e::getContextMark).orElse(null);
            int line = mark == null ? 0 : mark.getLine();
            int column = mark == null ? 0 : mark.getColumn();
            YamlAdvice advice = YamlAdvice.of(yaml.text(), line, column, e.getContext(), e.getProblem());
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
            problems.accept(limits.tooDeep(firstLine, 1));
        }
        return Optional.empty();
    }

    private static LoadSettings settings(String path, String text, int times) {
        return LoadSettings.builder()
                .setAllowDuplicateKeys(true)
                .setAllowNonScalarKeys(true)
                .setMaxAliasesForCollections(YamlLimits.VALUES)
                // The library fails on a surrogate pair that spans the end of its buffer.
                .setBufferSize(text.length() + 2)
                .setCodePointLimit(3 * YamlLimits.CHARACTERS * times)
                .setLabel(path)
                .build();
    }
}
