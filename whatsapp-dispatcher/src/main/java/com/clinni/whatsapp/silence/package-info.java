/** Lines whose gateway takes everything and delivers nothing: found, and found to work again. */
package com.clinni.whatsapp.silence;
