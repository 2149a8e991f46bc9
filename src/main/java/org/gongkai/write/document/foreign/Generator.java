package org.gongkai.write.document.foreign;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The generators of websites whose sources are recognised, in the order in which they are tried. */
enum Generator {
    VUEPRESS("VuePress", "\\.vuepress|\\.vitepress", "", "", ".vuepress/public public"),
    DOCUSAURUS("Docusaurus", "docusaurus\\.config\\.[cm]?[jt]s", "", "", "static"),
    MKDOCS("MkDocs", "mkdocs\\.ya?ml", "docs_dir", "docs", "."),
    HUGO("Hugo", "(?:hugo|config)\\.(?:toml|ya?ml|json)", "contentdir", "content", "static assets"),
    HEXO("Hexo", "_config\\.yml", "source_dir", "source", "source"),
    JEKYLL("Jekyll", "_config\\.yml", "source", ".", "assets"),
    GITBOOK("GitBook", "SUMMARY\\.md|book\\.json", "root", ".", ".");

    /** Its name. */
    final String label;

    /** The folders whose files it publishes as they are, besides those of the texts. */
    final List<String> statics;

    private final Pattern files;
    private final String setting;
    private final String usual;

    /**
     * @param files the names of files or folders that state its settings
     * @param setting the setting with the folder of its texts
     * @param usual that folder if it is not stated
     */
    Generator(String label, String files, String setting, String usual, String statics) {
        this.label = label;
        this.files = Pattern.compile(files);
        this.setting = setting;
        this.usual = usual;
        this.statics = List.of(statics.split(" "));
    }

    /** Whether a file or folder states the settings of a website. */
    boolean isStatedBy(Path file) {
        return files.matcher(file.getFileName().toString()).matches();
    }

    /** The folder of the texts of a website with some settings. */
    Path content(Path root, Map<String, Object> config) {
        return GeneratorSite.below(root, GeneratorSite.text(config, setting, usual));
    }
}
