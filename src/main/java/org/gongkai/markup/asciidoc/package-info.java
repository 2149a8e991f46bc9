/**
 * Bodies in AsciiDoc. Comes in: the text of one body and the files that it may include. Goes out: the sanitized HTML of
 * Asciidoctor, its messages in Chinese. Knows no other markup language but HTML.
 *
 * <p>No text is changed before Asciidoctor parses it. Where Asciidoctor does not suit Chinese, its own patterns
 * and its converter are changed when it starts ({@code chinese.rb}, {@code formulas.rb}, {@code media.rb}), so
 * that code, includes and addresses are unaffected; a version with other patterns stops the start. {@code
 * AsciiDocSuiteTest} compares with plain Asciidoctor. Includes are resolved here, because they depend on who may
 * see a file; each included part has line numbers of its own. The engine starts in the background as soon as the
 * list of files shows that it will be needed.
 */
package org.gongkai.markup.asciidoc;
