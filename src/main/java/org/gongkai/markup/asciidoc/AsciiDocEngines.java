package org.gongkai.markup.asciidoc;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.jar.JarFile;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.jruby.AsciidoctorJRuby;
import org.asciidoctor.jruby.internal.JRubyRuntimeContext;
import org.jruby.RubyThread;

/**
 * Asciidoctors that have been started, which takes a second or two, and that no converter uses at present: at most one
 * of each sort. Safe for many threads.
 */
public final class AsciiDocEngines {

    private final Map<Boolean, AsciiDocEngine> idle = new HashMap<>();

    /** @param unmodified whether Asciidoctor runs without our extensions */
    AsciiDocEngine take(boolean unmodified) {
        synchronized (idle) {
            AsciiDocEngine engine = idle.remove(unmodified);
            if (engine != null) {
                return engine;
            }
        }
        return new AsciiDocEngine(unmodified);
    }

    /** Accepts an engine that its converter needs no more. */
    void giveBack(AsciiDocEngine engine) {
        synchronized (idle) {
            if (!engine.isAbandoned() && idle.putIfAbsent(engine.isUnmodified(), engine) == null) {
                return;
            }
        }
        engine.close();
    }

    /**
     * A running Asciidoctor, which does one thing at a time. If a text takes too long it is abandoned and its output
     * ignored.
     */
    static final class AsciiDocEngine implements AutoCloseable {
        /** Strong reference to keep the level set: the library prints what it also passes to our handler. */
        private static final Logger LIBRARY_LOG = Logger.getLogger("asciidoctor");

        /** Extensions in Ruby. */
        private static final List<String> SCRIPTS =
                List.of("chinese.rb", "hidden.rb", "formulas.rb", "media.rb", "clock.rb");

        /** Normal texts take a hundredth of these; {@link AsciiDocCost} refuses texts that are known to take long. */
        private static final long LONGEST = TimeUnit.SECONDS.toNanos(10);

        /** How often a running conversion is looked at, in milliseconds. */
        private static final long POLL_INTERVAL = 500;

        private static final long LONGEST_FOR_A_CHARACTER = TimeUnit.MICROSECONDS.toNanos(5);

        /**
         * Settings of Ruby, which reads them once per process: it starts in little more than half the time without its
         * packages, libraries of the system, and compiling methods that run a few hundred times only.
         */
        private static final Map<String, String> RUBY = Map.of(
                "jruby.cli.rubygems.enable", "false",
                "jruby.native.enabled", "false",
                "jruby.jit.threshold", "1000");

        private static final Pattern LIBRARY = Pattern.compile("(gems/(asciidoctor|coderay|rouge)-[^/]+/lib)/[^/]+");

        private final Asciidoctor asciidoctor;
        private final boolean unmodified;
        private volatile AsciiDocRun run;
        private boolean isAbandoned;

        /** @param unmodified whether Asciidoctor runs without our extensions */
        AsciiDocEngine(boolean unmodified) {
            this.unmodified = unmodified;
            LIBRARY_LOG.setLevel(Level.OFF);
            asciidoctor = create();
            asciidoctor.registerLogHandler(entry -> {
                AsciiDocRun current = run;
                if (current != null) {
                    current.log(entry);
                }
            });
            if (!unmodified) {
                for (String script : SCRIPTS) {
                    asciidoctor.rubyExtensionRegistry().loadClass(resource(script));
                }
            }
            asciidoctor
                    .javaExtensionRegistry()
                    .includeProcessor(new ContentIncludes(() -> Objects.requireNonNull(run, "abandoned")));
        }

        /** Starts Asciidoctor as it is. */
        static Asciidoctor create() {
            RUBY.forEach((name, value) -> System.setProperty(name, System.getProperty(name, value)));
            return AsciidoctorJRuby.Factory.create(libraries());
        }

        /** The folders of Asciidoctor's scripts and of its highlighters, whose names contain versions. */
        private static List<String> libraries() {
            try (JarFile library = new JarFile(Path.of(AsciidoctorJRuby.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toFile())) {
                return library.stream()
                        .map(file -> LIBRARY.matcher(file.getName()))
                        .filter(Matcher::matches)
                        .map(file -> "uri:classloader:" + file.group(1))
                        .distinct()
                        .sorted()
                        .toList();
            } catch (IOException | URISyntaxException e) {
                throw new IllegalStateException("Asciidoctor", e);
            }
        }

        /** Opens a file of the program that stands beside this class. */
        static InputStream resource(String name) {
            return Objects.requireNonNull(AsciiDocEngine.class.getResourceAsStream(name), name);
        }

        /**
         * Runs a task for a conversion.
         *
         * @param length characters of the text
         * @return the result; empty if it took too long, and then this engine must not be used any more
         */
        <T> Optional<T> run(AsciiDocRun wanted, int length, Function<Asciidoctor, T> work) {
            run = wanted;
            long most = LONGEST + length * LONGEST_FOR_A_CHARACTER;
            FutureTask<T> task = new FutureTask<>(() -> work.apply(asciidoctor));
            Thread thread = new Thread(task, "asciidoc");
            thread.setDaemon(true);
            thread.start();
            try {
                for (long waited = POLL_INTERVAL; ; waited += POLL_INTERVAL) {
                    Optional<T> result = result(task);
                    if (result.isPresent()) {
                        return result;
                    }
                    if (used(thread, waited) > most) {
                        abandon(thread);
                        return Optional.empty();
                    }
                }
            } catch (InterruptedException e) {
                abandon(thread);
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } finally {
                run = null;
            }
        }

        /** Waits a moment for the result of a task, and throws what it throws. */
        private static <T> Optional<T> result(FutureTask<T> task) throws InterruptedException {
            try {
                return Optional.of(task.get(POLL_INTERVAL, TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                return Optional.empty();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw e.getCause() instanceof RuntimeException failure
                        ? failure
                        : new IllegalStateException(e.getCause());
            }
        }

        /**
         * Processor time of a thread, which does not depend on the load of the machine, or elapsed time where the
         * system does not provide it. It bounds, as a last resort, only what cannot be counted.
         */
        private static long used(Thread thread, long waited) {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            boolean isKnown = threads.isThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled();
            return isKnown ? threads.getThreadCpuTime(thread.getId()) : TimeUnit.MILLISECONDS.toNanos(waited);
        }

        boolean isUnmodified() {
            return unmodified;
        }

        boolean isAbandoned() {
            return isAbandoned;
        }

        /** Abandons this engine. Ruby ends a thread at its next instruction; matching a pattern is a single one. */
        private void abandon(Thread thread) {
            isAbandoned = true;
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
}
