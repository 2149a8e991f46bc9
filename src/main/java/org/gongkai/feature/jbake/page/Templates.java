package org.gongkai.feature.jbake.page;

import freemarker.cache.StringTemplateLoader;
import freemarker.core.InvalidReferenceException;
import freemarker.core.ParseException;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateNotFoundException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.feature.jbake.settings.ProjectSettings;
import org.gongkai.input.source.FolderSource;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;
import org.gongkai.problem.ControlCharacters;
import org.gongkai.problem.Problem;
import org.gongkai.render.theme.PageRenderer;
import org.gongkai.render.theme.TemplateProblem;

/**
 * Renders a project's templates as JBake does: templates escape by themselves. A template can neither load a class nor
 * read a file outside its folder. Safe for use by multiple threads.
 */
final class Templates {

    private static final Pattern INTERPRET = Pattern.compile("\\?\\s*interpret\\b");

    /** Quotes the text that follows, including any end of quotation in it. */
    private static final String QUOTED =
            Matcher.quoteReplacement("?replace('(?<=[<\\\\[])(?=/#?noparse)', '</#noparse><#noparse>', 'ri')"
                    + "?replace('.*', '<#noparse>$0</#noparse>', 'rsf')?interpret");

    private final String folder;
    private final SourceTree tree;
    private final Configuration configuration;

    Templates(ProjectSettings settings, SourceTree tree, Sandbox sandbox) {
        this.folder = settings.jbake().getTemplateFolderName();
        this.tree = tree;
        configuration = PageRenderer.restricted(Configuration.DEFAULT_INCOMPATIBLE_IMPROVEMENTS);
        configuration.setTemplateLoader(loader());
        configuration.setObjectWrapper(sandbox.values());
        configuration.setLocale(settings.locale());
        configuration.setTimeZone(TimeZone.getTimeZone(settings.templateZone()));
        configuration.setSQLDateAndTimeTimeZone(TimeZone.getTimeZone(settings.templateZone()));
    }

    /**
     * Loads the templates of the project's own folder only. The output of {@code ?interpret} is the text itself, as
     * documents are data and not programs; FreeMarker has no setting for this.
     */
    private StringTemplateLoader loader() {
        StringTemplateLoader loader = new StringTemplateLoader();
        for (SourceFile file : tree.files(folder)) {
            String template = new String(tree.bytes(file), StandardCharsets.UTF_8);
            loader.putTemplate(
                    file.path().substring(folder.length() + 1),
                    INTERPRET.matcher(template).replaceAll(QUOTED));
        }
        return loader;
    }

    /**
     * Renders one page.
     *
     * @param template file name, {@code null} if the settings name none
     * @throws Broken if the template is wrong or fails
     */
    byte[] render(String template, String type, TemplateHashModel variables) throws Broken {
        if (template == null) {
            throw new Broken(
                    Problem.error(
                            "E614",
                            FolderSource.JBAKE_SETTINGS,
                            "没有给“" + type + "”写模板",
                            "请加一行 template." + type + ".file="),
                    "");
        }
        if (!template.endsWith(".ftl")) {
            throw new Broken(notFreeMarker(template), "");
        }
        StringWriter out = new StringWriter(32_768);
        try {
            Template parsed = configuration.getTemplate(template);
            parsed.process(variables, out);
        } catch (TemplateNotFoundException e) {
            throw new Broken(notFound(e.getTemplateName()), "");
        } catch (ParseException | TemplateException | StackOverflowError e) {
            String missing = e instanceof InvalidReferenceException missed ? missed.getBlamedExpressionString() : "";
            throw new Broken(TemplateProblem.of(e, folder + "/", template, "请改正模板"), missing == null ? "" : missing);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ControlCharacters.without(out.toString()).getBytes(StandardCharsets.UTF_8);
    }

    private Problem notFound(String name) {
        String stem = name.substring(0, name.lastIndexOf('.') + 1);
        return tree.files(folder).stream()
                .filter(file -> file.path().startsWith(folder + "/" + stem))
                .findFirst()
                .map(file -> notFreeMarker(file.path().substring(folder.length() + 1)))
                .orElseGet(() -> Problem.error(
                        "E501", folder + "/" + name, 1, 1, "模板不能使用：没有这个文件", "请补上这个模板，或在 jbake.properties 里关掉要用它的页面"));
    }

    private Problem notFreeMarker(String name) {
        return Problem.error("E614", folder + "/" + name, 1, 1, "这个模板不是 FreeMarker 模板", "只能用 .ftl 模板，请改写");
    }

    /** A template that cannot be used. */
    static final class Broken extends Exception {
        private final transient Problem problem;
        private final String missing;

        Broken(Problem problem, String missing) {
            super(problem.text(), null, false, false);
            this.problem = problem;
            this.missing = missing;
        }

        Problem problem() {
            return problem;
        }

        /** The expression of the template that has no value, or empty. */
        String missing() {
            return missing;
        }
    }
}
