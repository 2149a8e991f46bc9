package org.gongkai.history.git.work;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.gongkai.io.InstalledProgram;

/**
 * What the machine provides for git.
 *
 * @param program the installed git, without which nothing is fetched or pushed
 * @param variables the variables of the environment that git shall see
 * @param home the folder with the settings of the user, for JGit
 * @param local the time after which a command on this machine, hooks included, is ended
 * @param network the time after which a transfer is ended
 * @param isTrusting whether the user agrees that settings of a repository run programs
 */
public record GitEnvironment(
        Optional<Path> program,
        Map<String, String> variables,
        Optional<Path> home,
        Duration local,
        Duration network,
        boolean isTrusting) {

    /** Variables of git about the user and the machine; any other would be about the repository of the caller. */
    private static final Set<String> RETAINED =
            Set.of(("GIT_SSH GIT_SSH_COMMAND GIT_SSH_VARIANT GIT_ASKPASS GIT_EXEC_PATH GIT_SSL_CAINFO"
                            + " GIT_CONFIG_GLOBAL GIT_CONFIG_SYSTEM GIT_CONFIG_NOSYSTEM")
                    .split(" "));

    private static final Duration LOCAL = Duration.ofMinutes(2);
    private static final Duration NETWORK = Duration.ofMinutes(5);

    public GitEnvironment {
        variables = Map.copyOf(cleaned(variables));
    }

    /** The environment of a process: the git that is found on its path, and its user. */
    public static GitEnvironment of(Map<String, String> environment) {
        Optional<Path> home = Optional.ofNullable(environment.getOrDefault("HOME", environment.get("USERPROFILE")))
                .map(Path::of);
        return new GitEnvironment(program(environment), environment, home, LOCAL, NETWORK, false);
    }

    /** The same environment for a repository whose settings the user trusts. */
    public GitEnvironment trusting() {
        return new GitEnvironment(program, variables, home, local, network, true);
    }

    /** Whether the user has a window or a command of their own in which ssh asks for a password. */
    boolean isAskedBySsh() {
        return List.of("SSH_ASKPASS", "GIT_SSH", "GIT_SSH_COMMAND").stream().anyMatch(variables::containsKey);
    }

    /** What the user has set, as far as is known without an installed git. */
    Config userSettings() throws IOException {
        if (home.isEmpty()) {
            return new Config();
        }
        File file = home.get().resolve(".gitconfig").toFile();
        FileBasedConfig settings = new FileBasedConfig(file, FS.DETECTED);
        try {
            settings.load();
        } catch (ConfigInvalidException e) {
            throw new IOException("git 的用户设置 " + file + " 写得不对", e);
        }
        return settings;
    }

    /** Folders that are relative are passed over: what lies in the working folder must not be run. */
    private static Optional<Path> program(Map<String, String> environment) {
        return environment.entrySet().stream()
                .filter(variable -> variable.getKey().equalsIgnoreCase("PATH"))
                .limit(1)
                .flatMap(path -> Stream.of(path.getValue().split(File.pathSeparator)))
                .filter(folder -> new File(folder).isAbsolute())
                .flatMap(folder -> Stream.of(folder + "/git", folder + "/git.exe"))
                .flatMap(file -> InstalledProgram.at(file).stream())
                .map(InstalledProgram::file)
                .findFirst();
    }

    /**
     * Messages of git are parsed and must be English; the other categories of the locale stay, for hooks have to
     * understand names of files.
     */
    private static Map<String, String> cleaned(Map<String, String> environment) {
        Map<String, String> clean = new TreeMap<>(environment);
        clean.keySet().removeIf(name -> name.startsWith("GIT_") && !RETAINED.contains(name));
        String locale = clean.remove("LC_ALL");
        if (locale != null) {
            clean.put("LC_CTYPE", locale);
        }
        clean.remove("LANGUAGE");
        clean.put("LC_MESSAGES", "C");
        clean.put("GIT_TERMINAL_PROMPT", "0");
        return clean;
    }
}
