package org.gongkai.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.history.git.GitRepository;
import org.gongkai.input.config.Organisation;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.config.SiteConfigReader;
import org.gongkai.input.data.YamlReader;
import org.gongkai.io.DurableFile;
import org.gongkai.io.FileTrees;
import org.gongkai.io.TextResource;
import org.gongkai.write.form.FormValue;
import org.gongkai.write.form.YamlText;

/**
 * The source of a new site: settings, a first entry, and what helps those who write.
 *
 * @param branch the name of the branch
 * @param code the first part of index numbers, letters and digits; may be empty
 * @param unit the unit that the branch belongs to; may be empty
 * @param groups the names of its groups
 * @param reviewer who reviews entries for secrets; may be empty
 * @param plugin the folder of the program's jar, beside which Maven finds its plug-in; empty if the site is not made
 *     with Maven
 */
public record InitialSite(
        String branch, String code, String unit, List<String> groups, String reviewer, Optional<Path> plugin) {

    private static final String CONTENT = "content";
    private static final YamlReader READER = new YamlReader();
    private static final YamlText YAML = new YamlText(READER);

    /** The names of groups that were typed, separated by commas or blanks. */
    public static List<String> groups(String typed) {
        return Arrays.stream(typed.split("[,，、\\s]+"))
                .filter(group -> !group.isEmpty())
                .distinct()
                .toList();
    }

    /** Returns a sentence, without its full stop, on what is wrong; empty if the source can be written. */
    public Optional<String> mistake() {
        if (branch.isEmpty()) {
            return Optional.of("没有写支部的名称");
        }
        return SiteConfig.isCode(code) ? Optional.empty() : Optional.of("机构代码“" + code + "”不合要求，只用字母和数字，如 ABCD01");
    }

    /**
     * Writes the files. Files that exist outside {@code content} stay as they are. {@code content} comes into being in
     * one step, as the last one, so that a failure leaves no half site.
     *
     * @param root where there is no {@code content} yet; is created if it does not exist
     * @param today the day of the first entry
     * @param git whether the folder becomes a repository, too, unless it is one
     * @return the files that were written, relative to the root
     * @throws IOException if a file cannot be written
     */
    public List<Path> write(Path root, LocalDate today, boolean git) throws IOException {
        Files.createDirectories(root);
        Path staged = Files.createTempDirectory(root, ".gongkai-init-");
        List<Path> written = new ArrayList<>();
        try {
            for (Map.Entry<String, String> file : files(today).entrySet()) {
                Path path = Path.of(file.getKey());
                boolean isContent = path.startsWith(CONTENT);
                Path target = (isContent ? staged : root).resolve(path);
                if (isContent || Files.notExists(target)) {
                    Files.createDirectories(target.getParent());
                    DurableFile.create(target, file.getValue().getBytes(StandardCharsets.UTF_8));
                    written.add(path);
                }
            }
            Files.move(staged.resolve(CONTENT), root.resolve(CONTENT), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            FileTrees.delete(staged);
        }
        if (git && Files.notExists(root.resolve(".git"))) {
            GitRepository.create(root);
        }
        return written;
    }

    /** The text of each file by its path. */
    private Map<String, String> files(LocalDate today) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(".editorconfig", text("editorconfig", today));
        files.put(".gitattributes", text("gitattributes", today));
        files.put(".gitignore", text("gitignore", today));
        files.put(".vscode/tasks.json", text("tasks.json", today));
        files.put("README.md", text("README.md", today));
        plugin.map(folder -> folder.toString().replace("&", "&amp;").replace("<", "&lt;"))
                .ifPresent(folder -> files.put("pom.xml", text("pom.xml", today).replace("@程序@", folder)));
        files.put(SiteConfigReader.SITE, text("site.yml", today));
        files.put(Organisation.PATH, text("organisation.yml", today));
        files.put(SiteConfigReader.CATEGORIES, text("categories.yml", today));
        // Where new entries of these columns are put, too.
        files.put(CONTENT + "/通知/" + today.getYear() + "/党务公开网站今天开通.md", text("welcome.md", today));
        files.put(CONTENT + "/使用帮助/怎么看这个网站.md", text("reading.md", today));
        return files;
    }

    private String text(String resource, LocalDate today) {
        boolean isYaml = resource.endsWith(".yml");
        String siteName = branch.contains("公开") ? branch : branch + " · 党务公开";
        return TextResource.of(InitialSite.class, resource)
                .replace("@站名@", YAML.text(siteName))
                .replace("@支部@", isYaml ? YAML.text(branch) : branch)
                .replace("@单位@", field("单位", FormValue.of(unit)))
                .replace("@机构代码@", field("机构代码", FormValue.of(code)))
                .replace("@默认@", field("默认", group("公开范围", SiteConfig.UNIT, "发布机构", branch, "保密审查人", reviewer)))
                .replace(
                        "@党小组@",
                        field(
                                "党小组",
                                new FormValue.Items(groups.stream()
                                        .map(name -> group("名称", name))
                                        .toList())))
                .replace("@审查人@", reviewer.isEmpty() ? "一名支部委员" : reviewer)
                .replace("@今天@", today.toString());
    }

    /** A setting on lines of its own; none if it has no value. */
    private static String field(String name, FormValue value) {
        List<String> lines = YAML.lines(value, "");
        return lines.equals(List.of("")) ? "" : name + ":" + String.join("\n", lines) + "\n";
    }

    /** The members that are not empty. */
    private static FormValue group(String... namesAndValues) {
        Map<String, FormValue> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (!namesAndValues[i + 1].isEmpty()) {
                members.put(namesAndValues[i], FormValue.of(namesAndValues[i + 1]));
            }
        }
        return new FormValue.Group(members);
    }
}
