/** Silent lines: lines whose gateway accepts everything and delivers nothing. */
package com.clinni.whatsapp.silence;
