package org.gongkai.maven;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.slf4j.Logger;

/**
 * A goal, which runs a command of the program in a separate process with the class path of the plug-in. The goals and
 * their parameters are declared in {@code META-INF/maven/plugin.xml}; Maven sets the fields.
 */
public final class CommandMojo extends AbstractMojo {

    private static final String MAIN = "org.gongkai.cli.Main";

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
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classPath(), MAIN, command));
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

    private static int run(List<String> line) throws MojoExecutionException {
        try {
            Process process = new ProcessBuilder(line).inheritIO().start();
            Thread end = new Thread(process::destroy);
            Runtime.getRuntime().addShutdownHook(end);
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

    /** The plug-in and its libraries, as resolved by Maven, and the SLF4J that Maven provides to plug-ins. */
    private static String classPath() {
        URL[] parts = ((URLClassLoader) CommandMojo.class.getClassLoader()).getURLs();
        URL logging = Logger.class.getProtectionDomain().getCodeSource().getLocation();
        return Stream.concat(Stream.of(parts), Stream.of(logging))
                .map(CommandMojo::file)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String file(URL part) {
        try {
            return Path.of(new URI(part.toString())).toString();
        } catch (URISyntaxException e) {
            // Maven created the address from a file.
            throw new IllegalStateException(e);
        }
    }
}
