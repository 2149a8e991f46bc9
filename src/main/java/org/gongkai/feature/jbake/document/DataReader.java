package org.gongkai.feature.jbake.document;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.gongkai.feature.jbake.engine.DataEngine;
import org.gongkai.feature.jbake.settings.ProjectFiles;
import org.gongkai.feature.jbake.settings.ProjectSettings;
import org.gongkai.input.source.SourceFile;
import org.gongkai.problem.Problem;
import org.jbake.model.DocumentModel;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Reads the data files for templates. */
public record DataReader(ProjectSettings settings, ProjectFiles files, Consumer<Problem> problems) {

    /** Returns the content of every data file by its path from the data folder. */
    public Map<String, Map<String, Object>> all() {
        DataEngine engine = new DataEngine();
        Map<String, Map<String, Object>> all = new HashMap<>();
        for (SourceFile file : files.data()) {
            try {
                DocumentModel data = engine.parse(
                        settings.jbake(), settings.root().resolve(file.path()).toFile());
                all.put(ProjectFiles.below(settings.jbake().getDataFolderName(), file), data);
            } catch (MarkedYamlEngineException e) {
                Mark mark = e.getProblemMark().or(e::getContextMark).orElse(null);
                unreadable(file, mark == null ? 1 : mark.getLine() + 1, mark == null ? 1 : mark.getColumn() + 1);
            } catch (RuntimeException | StackOverflowError e) {
                unreadable(file, 1, 1);
            }
        }
        return all;
    }

    private void unreadable(SourceFile file, int line, int column) {
        problems.accept(Problem.error("E617", file.path(), line, column, "数据文件读不出来：这里不符合 YAML 的写法", "请检查缩进、冒号和引号"));
    }
}
