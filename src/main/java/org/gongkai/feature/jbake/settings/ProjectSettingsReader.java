package org.gongkai.feature.jbake.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.commons.configuration2.CompositeConfiguration;
import org.apache.commons.configuration2.PropertiesConfiguration;
import org.apache.commons.configuration2.SystemConfiguration;
import org.apache.commons.configuration2.convert.DefaultListDelimiterHandler;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.commons.configuration2.ex.ConversionException;
import org.gongkai.input.source.FolderSource;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.problem.Problem;
import org.jbake.app.JBakeException;
import org.jbake.app.configuration.DefaultJBakeConfiguration;
import org.jbake.app.configuration.JBakeConfigurationFactory;

/** Reads a project's settings with JBake's own factory, after checking that they are safe to read. */
public final class ProjectSettingsReader {

    private static final List<String> FILES = List.of(FolderSource.JBAKE_SETTINGS, "custom.properties");
    private static final String ZONE = "time.zone";
    private static final Set<String> LOCALES = Set.of(Locale.getISOLanguages());

    private final Path root;
    private final Consumer<Problem> problems;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private boolean failed;

    public ProjectSettingsReader(Path root, Consumer<Problem> problems) {
        this.root = root;
        this.problems = problems;
    }

    /** Returns JBake's settings; empty, with a problem reported, if they cannot be used. */
    public Optional<CompositeConfiguration> read() throws IOException {
        for (String file : FILES) {
            Path path = root.resolve(file);
            if (Files.isRegularFile(path)) {
                new TextDecoder()
                        .decode(file, Files.readAllBytes(path), this::tell)
                        .ifPresent(text -> texts.put(file, text));
            }
        }
        texts.forEach(this::refuseLookups);
        if (failed) {
            return Optional.empty();
        }
        try {
            DefaultJBakeConfiguration read = new JBakeConfigurationFactory()
                    .createDefaultJbakeConfiguration(
                            root.toFile(), root.resolve("output").toFile(), false);
            return Optional.of(alone(read.getCompositeConfiguration()));
        } catch (JBakeException | ConversionException | IllegalArgumentException e) {
            error("", "E611", "jbake.properties 读不出来", "每行写一个“名称=值”");
            return Optional.empty();
        }
    }

    /** Returns JBake's default settings. */
    public static CompositeConfiguration defaults() {
        CompositeConfiguration defaults = new CompositeConfiguration();
        PropertiesConfiguration file = new PropertiesConfiguration();
        file.setListDelimiterHandler(new DefaultListDelimiterHandler(','));
        try (InputStream in = JBakeConfigurationFactory.class.getResourceAsStream("/default.properties")) {
            file.read(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (ConfigurationException | IOException e) {
            throw new IllegalStateException(e);
        }
        defaults.addConfiguration(file);
        return defaults;
    }

    /** Returns the settings as values; empty, with problems reported, if one of them cannot be used. */
    public Optional<ProjectSettings> check(ProjectConfiguration all) {
        try {
            ZoneId zone = zone(all, ZONE, MachineZone.get());
            ProjectSettings settings =
                    new ProjectSettings(root, all, locale(all), zone, zone(all, "freemarker.timezone", zone));
            // Values of the wrong type are found here, before they are used.
            Stream.<Supplier<?>>of(
                            all::getAssetIgnoreHidden,
                            all::getSanitizeTag,
                            all::getUriWithoutExtension,
                            all::getRenderIndex,
                            all::getPaginateIndex,
                            all::getRenderFeed,
                            all::getRenderSiteMap,
                            all::getRenderArchive,
                            all::getRenderError404,
                            all::getRenderTags,
                            all::getRenderTagsIndex,
                            all::getImgPathUpdate)
                    .forEach(Supplier::get);
            if (all.getPostsPerPage() < 1) {
                error("index.posts_per_page", "E611", "每页至少要有一条", "请写大于 0 的整数");
            }
            for (String key : List.of("render.encoding", "template.encoding")) {
                if (!"UTF-8".equalsIgnoreCase(String.valueOf(all.get(key)))) {
                    error(key, "E611", "只能用 UTF-8 编码，不能用“" + all.get(key) + "”", "请把文件另存为 UTF-8，并删去这一行");
                }
            }
            folder("content.folder", all.getContentFolderName(), true);
            folder("template.folder", all.getTemplateFolderName(), true);
            folder("asset.folder", all.getAssetFolderName(), false);
            folder("data.folder", all.getDataFolderName(), false);
            return failed ? Optional.empty() : Optional.of(settings);
        } catch (ConversionException | IllegalArgumentException e) {
            error("", "E611", "jbake.properties 里有一个值的类型不对", "开关写 true 或 false，个数写整数");
            return Optional.empty();
        }
    }

    /** Disables lookups, which could run programs and read files and the environment. */
    private void refuseLookups(String file, String text) {
        PropertiesConfiguration plain = new PropertiesConfiguration();
        plain.setIncludesAllowed(false);
        try {
            plain.read(new StringReader(text));
        } catch (ConfigurationException | IOException | RuntimeException e) {
            error("", "E611", file + " 读不出来", "每行写一个“名称=值”");
            return;
        }
        plain.getKeys().forEachRemaining(key -> {
            String value = String.valueOf(plain.getProperty(key));
            int open = value.indexOf("${");
            if (open >= 0 && value.indexOf(':', open) >= 0) {
                error(key, "E613", "设置“" + key + "”用了“${…:…}”，这会读取程序以外的东西", "请直接写出值");
            }
        });
    }

    /** Omits system properties, which would make the output depend on the machine. */
    private static CompositeConfiguration alone(CompositeConfiguration all) {
        for (int i = all.getNumberOfConfigurations() - 1; i >= 0; i--) {
            if (all.getConfiguration(i) instanceof SystemConfiguration machine) {
                all.removeConfiguration(machine);
            }
        }
        for (String prefix : Set.copyOf(all.getInterpolator().prefixSet())) {
            all.getInterpolator().deregisterLookup(prefix);
        }
        return all;
    }

    private Locale locale(ProjectConfiguration all) {
        String name = all.getJvmLocale();
        if (name == null || name.isBlank()) {
            return Locale.US;
        }
        Locale locale = Locale.forLanguageTag(name.strip().replace('_', '-'));
        if (!LOCALES.contains(locale.getLanguage())) {
            error("jvm.locale", "E611", "没有“" + name + "”这个地区", "例如：zh_CN、en_US");
        }
        return locale;
    }

    private ZoneId zone(ProjectConfiguration all, String key, ZoneId standard) {
        Object name = all.get(key);
        if (name == null || name.toString().isBlank()) {
            return standard;
        }
        try {
            return ZoneId.of(name.toString().strip(), ZoneId.SHORT_IDS);
        } catch (DateTimeException e) {
            error(key, "E611", "没有“" + name + "”这个时区", "例如：Asia/Shanghai");
            return standard;
        }
    }

    private void folder(String key, String folder, boolean needed) {
        Path path = root.resolve(folder).normalize();
        if (!path.startsWith(root) || path.equals(root)) {
            error(key, "E612", "文件夹“" + folder + "”不在项目里面", "请写项目里的一个文件夹，如 " + key.replace(".folder", ""));
        } else if (needed && !Files.isDirectory(path)) {
            error(key, "E612", "找不到文件夹“" + folder + "”", "JBake 项目要有 content 和 templates 两个文件夹");
        }
    }

    private void error(String key, String code, String message, String hint) {
        for (Map.Entry<String, String> file : texts.entrySet()) {
            String[] lines = file.getValue().split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                if (!key.isEmpty() && lines[i].strip().startsWith(key)) {
                    tell(Problem.error(code, file.getKey(), i + 1, 1 + lines[i].indexOf(key), message, hint));
                    return;
                }
            }
        }
        tell(Problem.error(code, FolderSource.JBAKE_SETTINGS, 1, 1, message, hint));
    }

    private void tell(Problem problem) {
        failed = true;
        problems.accept(problem);
    }

    /** The zone of dates if the project names none; the only setting taken from the machine, because JBake does so. */
    private static final class MachineZone {

        static ZoneId get() {
            return ZoneId.systemDefault();
        }
    }
}
