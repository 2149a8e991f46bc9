package org.gongkai.render.theme;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.core.TemplateElement;
import freemarker.ext.beans.ClassMemberAccessPolicy;
import freemarker.ext.beans.DefaultMemberAccessPolicy;
import freemarker.ext.beans.GenericObjectModel;
import freemarker.ext.beans.MemberAccessPolicy;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.DefaultObjectWrapperBuilder;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.gongkai.input.source.SourceTree;
import org.gongkai.problem.Problem;
import org.gongkai.render.model.ModelFingerprint;
import org.gongkai.render.model.TemplateReads;
import org.gongkai.render.theme.ThemeResources.ThemeSource;
import org.gongkai.render.theme.TitleLineBreaks.TitleMethod;

/**
 * Renders pages through FreeMarker, output escaped by default, and returns the fingerprint of all that a page is
 * rendered from; no template can load a class. Safe for many threads.
 */
public final class PageRenderer {

    /** The variable whose reads {@link #reads} returns. */
    private static final String TRACKED = "site";

    private static final String HINT = "请改正模板，或删去它以使用自带的模板";

    private final Configuration configuration;
    private final ThemeSource templates;
    private final TemplateReads reads = new TemplateReads();
    private final ModelFingerprint fingerprints = new ModelFingerprint();

    /**
     * Renders with the templates of a site and, where it has none, with those of the default theme.
     *
     * @param zone time zone of dates in templates
     */
    public static PageRenderer of(SourceTree source, ZoneId zone) {
        return new PageRenderer(ThemeSource.of(source), zone);
    }

    /**
     * Renders with the templates of the default theme.
     *
     * @param zone time zone of dates in templates
     */
    public static PageRenderer builtIn(ZoneId zone) {
        return new PageRenderer(ThemeSource.builtIn(), zone);
    }

    private PageRenderer(ThemeSource templates, ZoneId zone) {
        configuration = restricted(Configuration.VERSION_2_3_34);
        this.templates = templates;
        configuration.setTemplateLoader(templates);
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        DefaultObjectWrapperBuilder wrapper = new DefaultObjectWrapperBuilder(Configuration.VERSION_2_3_34);
        wrapper.setMemberAccessPolicy(new ValuesOnly());
        configuration.setObjectWrapper(new DefaultObjectWrapper(wrapper, true) {
            @Override
            public TemplateModel wrap(Object value) throws TemplateModelException {
                // A record is none of the dozen types that are tried first.
                boolean isRecord = value instanceof Record && !(value instanceof TemplateModel);
                return isRecord ? new GenericObjectModel(value, this) : super.wrap(value);
            }
        });
        configuration.setLocale(Locale.SIMPLIFIED_CHINESE);
        configuration.setTimeZone(TimeZone.getTimeZone(zone));
        configuration.setNumberFormat("c");
        configuration.addAutoImport("numbers", "parts/numbers.ftl");
        configuration.setLocalizedLookup(false);
        configuration.setSharedVariable(QrCodeDrawing.NAME, (TemplateMethodModelEx) typed -> QrCodeDrawing.call(typed));
        configuration.setSharedVariable(TitleMethod.NAME, new TitleMethod());
    }

    /** Returns a configuration whose templates reach nothing but what they are given, and whose failures are thrown. */
    public static Configuration restricted(Version version) {
        Configuration configuration = new Configuration(version);
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setOutputEncoding(StandardCharsets.UTF_8.name());
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
        return configuration;
    }

    /**
     * Renders one page.
     *
     * @throws BrokenTemplate if the template cannot be parsed or fails; its problem has the location
     */
    public byte[] render(String template, Map<String, Object> model) {
        PageText out = new PageText();
        try {
            Template parsed = configuration.getTemplate(template);
            parsed.process(watched(template, model), out);
            refuseMoments();
        } catch (ParseException | TemplateException | StackOverflowError e) {
            throw new BrokenTemplate(TemplateProblem.of(e, "templates/", template, HINT), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.bytes();
    }

    /** Rejects templates that show the time of the build: their pages would differ in every build. */
    private void refuseMoments() throws IOException {
        for (Optional<String> name = templates.nextOpened(); name.isPresent(); name = templates.nextOpened()) {
            Optional<BuildTimeReference> moment = BuildTimeReference.firstIn(configuration.getTemplate(name.get()));
            if (moment.isPresent()) {
                throw new BrokenTemplate(moment.get().problem("templates/" + name.get()), null);
            }
        }
    }

    /** Returns the fingerprint of the variables of a page, without what its template reads of the site. */
    public String fingerprint(Map<String, Object> variables) {
        return fingerprints.of(variables, TRACKED);
    }

    /** Returns the fingerprint of parts of a record of the model. */
    public String fingerprint(Record model, Set<String> reads) {
        return fingerprints.of(model, reads);
    }

    /** Returns the parts of the site that each template has read so far. */
    public Map<String, Set<String>> reads() {
        return reads.all();
    }

    private Map<String, Object> watched(String template, Map<String, Object> model) throws TemplateModelException {
        Map<String, Object> watched = new HashMap<>(model);
        watched.put(TRACKED, reads.watch(configuration.getObjectWrapper().wrap(model.get(TRACKED)), template));
        return watched;
    }

    /** A template that cannot be used. */
    public static final class BrokenTemplate extends RuntimeException {
        private final transient Problem problem;

        BrokenTemplate(Problem problem, Throwable cause) {
            super(problem.text(), cause);
            this.problem = problem;
        }

        public Problem problem() {
            return problem;
        }
    }

    /**
     * Lets templates read what a value says, but not which object of the program it is: its class leads to paths of the
     * machine.
     */
    private static final class ValuesOnly implements MemberAccessPolicy {

        private final MemberAccessPolicy usual = DefaultMemberAccessPolicy.getInstance(Configuration.VERSION_2_3_34);

        @Override
        public ClassMemberAccessPolicy forClass(Class<?> type) {
            ClassMemberAccessPolicy members = usual.forClass(type);
            return new ClassMemberAccessPolicy() {
                @Override
                public boolean isMethodExposed(Method method) {
                    boolean isExposed = method.getDeclaringClass() != Object.class && members.isMethodExposed(method);
                    if (isExposed) {
                        // Otherwise Java would find out at every call who calls.
                        method.trySetAccessible();
                    }
                    return isExposed;
                }

                @Override
                public boolean isConstructorExposed(Constructor<?> constructor) {
                    return false;
                }

                @Override
                public boolean isFieldExposed(Field field) {
                    return false;
                }
            };
        }

        @Override
        public boolean isToStringAlwaysExposed() {
            return usual.isToStringAlwaysExposed();
        }
    }

    /**
     * A reference of a template to the time of the build, which differs between builds.
     *
     * @param line line of the directive or interpolation, from 1
     * @param column its column, from 1
     */
    private record BuildTimeReference(int line, int column) {

        /** The special variable, but no field of that name. */
        private static final Pattern NOW = Pattern.compile("(?<![\\w\\])}\"'.])\\.now\\b");

        /** A string literal without interpolations. */
        private static final Pattern PLAIN_TEXT = Pattern.compile("\"(?:[^\"\\\\{]|\\\\.)*\"");

        /** Nodes of a template that contain no expressions. */
        private static final Set<String> NO_EXPRESSIONS = Set.of("TextBlock", "Comment");

        /** Returns the first reference in a template; empty if there is none. */
        @SuppressWarnings("deprecation")
        static Optional<BuildTimeReference> firstIn(Template template) {
            return first(template.getRootTreeNode());
        }

        @SuppressWarnings("deprecation")
        private static Optional<BuildTimeReference> first(TemplateElement element) {
            if (!NO_EXPRESSIONS.contains(element.getNodeName())
                    && NOW.matcher(PLAIN_TEXT.matcher(element.getDescription()).replaceAll("\"\""))
                            .find()) {
                return Optional.of(new BuildTimeReference(element.getBeginLine(), element.getBeginColumn()));
            }
            return IntStream.range(0, element.getChildCount())
                    .mapToObj(child -> first((TemplateElement) element.getChildAt(child)))
                    .flatMap(Optional::stream)
                    .findFirst();
        }

        /** Returns the problem of a template with such a reference. */
        Problem problem(String path) {
            return Problem.error(
                    "E501",
                    path,
                    line,
                    column,
                    "模板不能使用：用到了 .now（生成网页的时刻），同一次提交每次生成的网页就都不一样",
                    "要写日期，请用 ${site.asOfText}（站点所依据的日期）");
        }
    }
}
