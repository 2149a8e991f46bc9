package org.gongkai.markup.asciidoc;

import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.jruby.internal.JRubyRuntimeContext;
import org.gongkai.markup.IncludedTexts;
import org.jruby.RubyThread;

/** One started Asciidoctor, which does one thing at a time. It can be given up: what it does then reaches nobody. */
final class AsciiDocEngine implements AutoCloseable {
    /** Held here so that its level is not forgotten: the library prints what it also tells our handler. */
    private static final Logger LIBRARY_LOG = Logger.getLogger("asciidoctor");

    /** What Asciidoctor does otherwise here, in its own language. */
    private static final List<String> SCRIPTS = List.of("chinese.rb", "formulas.rb", "media.rb");

    /** Honest texts take a fiftieth of these; {@link AsciiDocCost} refuses without a clock what is known to take long. */
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(5);

    private static final long LONGEST_FOR_A_CHARACTER = TimeUnit.MICROSECONDS.toNanos(5);

    private final Asciidoctor asciidoctor;
    private volatile AsciiDocRun run;
    private boolean isGivenUp;
    /** The first conversion loads what the later ones use, and nothing of it is compiled yet. */
    private boolean isWarm;

    /** @param asItIs whether nothing of Asciidoctor is changed */
    AsciiDocEngine(IncludedTexts included, boolean asItIs) {
        LIBRARY_LOG.setLevel(Level.OFF);
        asciidoctor = Asciidoctor.Factory.create();
        asciidoctor.registerLogHandler(entry -> {
            AsciiDocRun told = run;
            if (told != null) {
                told.log(entry);
            }
        });
        if (!asItIs) {
            for (String script : SCRIPTS) {
                asciidoctor.rubyExtensionRegistry().loadClass(script(script));
            }
        }
        asciidoctor
                .javaExtensionRegistry()
                .includeProcessor(new ContentIncludes(included, () -> Objects.requireNonNull(run, "given up")));
    }

    private static InputStream script(String name) {
        return Objects.requireNonNull(AsciiDocEngine.class.getResourceAsStream(name), name);
    }

    /**
     * Does something for a conversion.
     *
     * @param length characters of the text
     * @return empty if it took longer than it may, and then this engine is of no use any more
     */
    <T> Optional<T> run(AsciiDocRun wanted, int length, Function<Asciidoctor, T> work) {
        run = wanted;
        long most = (isWarm ? LONGEST : 2 * LONGEST) + length * LONGEST_FOR_A_CHARACTER;
        isWarm = true;
        try {
            return new ProcessorTime(most).of("asciidoc", () -> work.apply(asciidoctor), this::giveUp);
        } finally {
            run = null;
        }
    }

    boolean isGivenUp() {
        return isGivenUp;
    }

    /** Ruby ends a thread at its next step; a pattern that looks through a text is one step, however long it takes. */
    private void giveUp(Thread thread) {
        isGivenUp = true;
        for (RubyThread ruby :
                JRubyRuntimeContext.get(asciidoctor).getThreadService().getActiveRubyThreads()) {
            if (ruby.getNativeThread() == thread) {
                ruby.kill();
            }
        }
    }

    @Override
    public void close() {
        asciidoctor.close();
    }
}
