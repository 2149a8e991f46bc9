package org.gongkai.maven;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * A goal, which runs a command of the program in a separate process with the jar of the program. The goals and
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
