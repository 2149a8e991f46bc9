package org.gongkai.cli.option;

import java.io.InputStream;
import java.time.Clock;
import java.util.Map;
import org.gongkai.cli.process.JavaCommand;
import org.gongkai.cli.text.Terminal;
import org.gongkai.pipeline.cache.SharedParts;

/**
 * What a command works with.
 *
 * @param terminal what it prints to
 * @param clock provides the current date, and measures how long a command takes
 * @param in the input of the process: the lines of git for a hook, answers of a person
 * @param environment the environment of the process
 * @param shared what all builds of this process share
 * @param java starts this program
 */
public record CommandContext(
        Terminal terminal,
        Clock clock,
        InputStream in,
        Map<String, String> environment,
        SharedParts shared,
        JavaCommand java) {}
