/**
 * The command that shows registers. In: registers; out: tables for a terminal and the files of {@code register.export}.
 */
package org.gongkai.cli.register;
