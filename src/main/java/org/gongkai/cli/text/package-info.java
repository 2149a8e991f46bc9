/**
 * Text for a person at a terminal: problems, progress, failures, colours. Comes in: values. Goes out: lines. Knows
 * neither options nor commands.
 */
package org.gongkai.cli.text;
