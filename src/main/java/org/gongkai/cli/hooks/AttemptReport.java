package org.gongkai.cli.hooks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.gongkai.cli.option.ProblemOptions;
import org.gongkai.cli.option.ReportFormat;
import org.gongkai.cli.release.PublishReport;
import org.gongkai.cli.text.FailureText;
import org.gongkai.cli.text.Terminal;
import org.gongkai.history.git.GitRepository.NotCommitted;
import org.gongkai.problem.PublicationRefused;
import org.gongkai.publish.Publisher;
import org.gongkai.publish.hooks.HookPublisher.AttemptFormat;
import org.gongkai.publish.release.PartialPublication;
import org.gongkai.publish.release.ledger.UnknownRelease;

/** Describes an attempt to publish in the words of {@code publish}. */
final class AttemptReport implements AttemptFormat {

    @Override
    public Description completed(Publisher.Result result, long millis) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Terminal lines = Terminal.into(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        new PublishReport(lines, new ProblemOptions()).print(result, ReportFormat.text, millis);
        return new Description(bytes.toString(StandardCharsets.UTF_8), "");
    }

    @Override
    public Description failed(Throwable e) {
        if (e instanceof PublicationRefused || e instanceof UnknownRelease || e instanceof NotCommitted) {
            return new Description(line(e.getMessage() + "；站点没有改动。"), "");
        }
        if (e instanceof PartialPublication partial) {
            return new Description(line(FailureText.ofIo(partial) + "。"), "");
        }
        return new Description(line(FailureText.of(e) + "；站点没有改动。"), trace(e));
    }

    @Override
    public String notLogged(IOException failure) {
        return "日志写不进去：" + FailureText.ofIo(failure) + "。";
    }

    private static String line(String sentence) {
        return sentence + System.lineSeparator();
    }

    /** The log is what the maintainer of the server reads. A failure of the machine needs no stack trace. */
    private static String trace(Throwable failure) {
        if (failure instanceof IOException || failure instanceof UncheckedIOException) {
            return "";
        }
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        return trace.toString();
    }
}
