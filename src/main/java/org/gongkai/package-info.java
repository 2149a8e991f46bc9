/**
 * The way of the data, from source to site: {@link org.gongkai.Build} runs the steps in order and each hands an
 * immutable value to the next.
 */
package org.gongkai;
