package org.gongkai.maven;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * A goal, which runs a command of the program in a separate process with the jar of the program. The goals and
 * their parameters are declared in {@code META-INF/maven/plugin.xml}; Maven sets the fields.
 */
public final class CommandMojo extends AbstractMojo {

    private static final String MAIN = "org.gongkai.cli.Main";

    /** The text form of a problem. */
    private static final Pattern PROBLEM =
            Pattern.compile("(?<path>[^:]+):(?<line>\\d+):(?<column>\\d+): (?:(?<error>错误)|警告) (?<text>.*)");

    /** The command, the same for all uses of a goal. */
    private String command;

    /** The root of the site. */
    private File source;

    /** Where {@code build} writes; unused by other commands. */
    private File output;

    /** Where {@code publish} writes; unused by other commands. */
    private File to;

    /** Further arguments, as they are typed. */
    private List<String> arguments = List.of();

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", jar(), MAIN, command));
        line.addAll(List.of("-s", source.toString()));
        if (output != null) {
            line.addAll(List.of("-o", output.toString()));
        }
        if (to != null) {
            line.addAll(List.of("--to", to.toString()));
        }
        line.addAll(arguments);
        int status = run(line);
        if (status == 1) {
            throw new MojoFailureException("gongkai " + command + "：内容里有错误，见上面");
        }
        if (status != 0) {
            throw new MojoExecutionException("gongkai " + command + " 没有做完（退出状态 " + status + "），原因见上面");
        }
    }

    private int run(List<String> line) throws MojoExecutionException {
        try {
            Process process = new ProcessBuilder(line)
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectErrorStream(true)
                    .start();
            Thread end = new Thread(process::destroy);
            Runtime.getRuntime().addShutdownHook(end);
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                lines.lines().forEach(this::report);
            }
            int status = process.waitFor();
            Runtime.getRuntime().removeShutdownHook(end);
            return status;
        } catch (IOException e) {
            throw new MojoExecutionException("Java 没有启动：" + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("被中断了", e);
        }
    }

    /** Logs a problem the way the compiler does, so that editors lead to its place; all else as it is. */
    private void report(String line) {
        Matcher problem = PROBLEM.matcher(line);
        if (!problem.matches()) {
            System.out.println(line);
            return;
        }
        String place = new File(source, problem.group("path")) + ":[" + problem.group("line") + ","
                + problem.group("column") + "] " + problem.group("text");
        if (problem.group("error") != null) {
            getLog().error(place);
        } else {
            getLog().warn(place);
        }
    }

    /** The program's jar, which names its libraries and is a dependency of the plug-in. */
    private static String jar() {
        try {
            return Path.of(CommandMojo.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            // Maven created the address from a file.
            throw new IllegalStateException(e);
        }
    }
}
