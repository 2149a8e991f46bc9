/** The command that prints pages. Comes in: words of the command line. Goes out: one call of the printing package. */
package org.gongkai.cli.print;
