/**
 * Checks of what people write into messages, which whoever takes a text in and whoever sends it
 * make alike.
 */
package com.clinni.events.text;
