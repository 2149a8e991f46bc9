/**
 * Bodies in HTML. Comes in: HTML that authors or other converters wrote. Goes out: a safe body with resolved addresses,
 * heading ids and framed tables. Knows no other markup language.
 */
package org.gongkai.markup.html;
