/**
 * Selects converters. Comes in: the ending of a file. Goes out: the converter for it. The only package that knows the
 * converters of all markup languages.
 */
package org.gongkai.markup.convert;
