package org.gongkai.feature.jbake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import org.apache.commons.configuration2.CompositeConfiguration;
import org.gongkai.feature.jbake.document.Document;
import org.gongkai.feature.jbake.document.DocumentMaker;
import org.gongkai.feature.jbake.document.DocumentReader;
import org.gongkai.feature.jbake.document.DocumentReader.Draft;
import org.gongkai.feature.jbake.document.Library;
import org.gongkai.feature.jbake.page.JBakeSiteFiles;
import org.gongkai.feature.jbake.settings.DataEngine;
import org.gongkai.feature.jbake.settings.EngineRegistry;
import org.gongkai.feature.jbake.settings.ProjectConfiguration;
import org.gongkai.feature.jbake.settings.ProjectConverters;
import org.gongkai.feature.jbake.settings.ProjectFiles;
import org.gongkai.feature.jbake.settings.ProjectSettings;
import org.gongkai.feature.jbake.settings.ProjectSettingsReader;
import org.gongkai.feature.jbake.settings.ThirdPartyEngines;
import org.gongkai.input.entry.header.HeaderParser;
import org.gongkai.input.source.SourceFile;
import org.gongkai.markup.asciidoc.AsciiDocEngines;
import org.gongkai.markup.convert.Converters.OtherMarkup;
import org.gongkai.pipeline.OtherProjects;
import org.gongkai.pipeline.OtherProjects.OtherProject;
import org.gongkai.problem.Problem;
import org.jbake.model.DocumentModel;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * Projects of JBake, and the engines for its markup on the class path.
 *
 * @param asciiDoc where Asciidoctor is taken from, and given back to in the end
 */
public record JBakeProjects(AsciiDocEngines asciiDoc) implements OtherProjects {

    @Override
    public Optional<OtherProject> open(Path folder, Consumer<Problem> problems) throws IOException {
        return JBakeSite.open(folder, asciiDoc, problems);
    }

    @Override
    public OtherMarkup markup(Path root) {
        return new ThirdPartyEngines(root);
    }

    /**
     * A JBake project during a build: its files are read, in any order and by multiple threads; then its pages are
     * planned, then each is rendered.
     */
    private static final class JBakeSite implements OtherProject {

        private final ProjectSettings settings;
        private final ProjectConverters converters;
        private final ProjectFiles files;
        private final DocumentReader reader;
        private final Consumer<Problem> problems;
        private final Map<String, Draft> drafts = new ConcurrentSkipListMap<>();

        private JBakeSite(ProjectSettings settings, ProjectConverters converters, Consumer<Problem> problems) {
            EngineRegistry engines = new EngineRegistry();
            this.settings = settings;
            this.converters = converters;
            this.problems = problems;
            this.files = new ProjectFiles(settings, engines.endings());
            this.reader = new DocumentReader(settings, engines, files.tree(), problems);
            files.tree().problems().forEach(problem -> problems.accept(tolerated(settings, problem)));
            if (files.documents().stream().anyMatch(file -> HeaderParser.isAsciiDoc(file.ending()))) {
                converters.all().warmUpAsciiDoc();
            }
        }

        static Optional<OtherProject> open(Path folder, AsciiDocEngines engines, Consumer<Problem> problems)
                throws IOException {
            Path root = folder.toRealPath();
            ProjectSettingsReader reader = new ProjectSettingsReader(root, problems);
            Optional<CompositeConfiguration> read = reader.read();
            if (read.isEmpty()) {
                return Optional.empty();
            }
            ProjectConverters converters = new ProjectConverters(root, read.get(), engines);
            Optional<ProjectSettings> settings =
                    reader.check(new ProjectConfiguration(root.toFile(), read.get(), converters, problems));
            if (settings.isEmpty()) {
                converters.close();
            }
            return settings.map(s -> new JBakeSite(s, converters, problems));
        }

        /** Downgrades the error for a dangling symbolic link, which JBake ignores. */
        private static Problem tolerated(ProjectSettings settings, Problem problem) {
            Path place = settings.root().resolve(problem.path());
            return problem.code().equals("E401") && Files.isSymbolicLink(place) && Files.notExists(place)
                    ? Problem.warning("W401", problem.path(), problem, "符号链接指向的地方不存在或绕回了自己，已跳过", "请删去这个链接，或把文件本身放进来")
                    : problem;
        }

        @Override
        public ZoneId zone() {
            return settings.zone();
        }

        @Override
        public List<String> folders() {
            return settings.folders();
        }

        @Override
        public List<SourceFile> documents() {
            return files.documents();
        }

        @Override
        public void read(SourceFile file) {
            reader.read(file).ifPresent(draft -> drafts.put(file.path(), draft));
        }

        @Override
        public JBakeSiteFiles plan(LocalDate asOf) {
            DocumentMaker maker = new DocumentMaker(settings, asOf, reader, problems);
            List<Document> documents = maker.all(drafts.values());
            Library library = new Library(settings.types().keySet(), documents, data());
            Date now = Date.from(asOf.atStartOfDay(settings.zone()).toInstant());
            return new JBakeSiteFiles(settings, files, library, now, maker.nextChange(), problems);
        }

        /** Reads the data files for templates, by their paths from the data folder. */
        private Map<String, Map<String, Object>> data() {
            DataEngine engine = new DataEngine();
            Map<String, Map<String, Object>> all = new HashMap<>();
            for (SourceFile file : files.data()) {
                try {
                    DocumentModel data = engine.parse(
                            settings.jbake(),
                            settings.root().resolve(file.path()).toFile());
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

        @Override
        public void close() {
            converters.close();
        }
    }
}
