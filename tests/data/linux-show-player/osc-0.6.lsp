{
    "cues": [
        {
            "_type_": "OscCue",
            "args": [
                {
                    "end": null,
                    "fade": false,
                    "start": 12,
                    "type": "Integer"
                },
                {
                    "end": 0.0,
                    "fade": false,
                    "start": 1.0,
                    "type": "Float"
                },
                {
                    "end": null,
                    "fade": false,
                    "start": true,
                    "type": "Bool"
                },
                {
                    "end": null,
                    "fade": false,
                    "start": "12",
                    "type": "String"
                }
            ],
            "id": "5f4a7d64-1d0c-4f0c-8d5a-0c6f0b1f0a01",
            "index": 0,
            "name": "Titles up",
            "next_action": "TriggerAfterWait",
            "path": "/titles/show",
            "post_wait": 1.5
        },
        {
            "_type_": "OscCue",
            "args": [
                {
                    "end": null,
                    "fade": false,
                    "start": "main",
                    "type": "String"
                },
                {
                    "end": 0.75,
                    "fade": true,
                    "start": 0.0,
                    "type": "Float"
                },
                {
                    "end": 0,
                    "fade": false,
                    "start": 3,
                    "type": "Integer"
                }
            ],
            "duration": 4000.0,
            "fade_type": "Quadratic",
            "id": "5f4a7d64-1d0c-4f0c-8d5a-0c6f0b1f0a02",
            "index": 1,
            "name": "Band up",
            "next_action": "TriggerAfterEnd",
            "path": "/fader"
        },
        {
            "_type_": "OscCue",
            "args": [
                {
                    "end": 0.0,
                    "fade": true,
                    "start": 1.0,
                    "type": "Float"
                },
                {
                    "end": 10,
                    "fade": true,
                    "start": 100,
                    "type": "Integer"
                }
            ],
            "duration": 2500.0,
            "fade_type": "Quadratic2",
            "id": "5f4a7d64-1d0c-4f0c-8d5a-0c6f0b1f0a03",
            "index": 2,
            "name": "Both down",
            "next_action": "SelectAfterEnd",
            "path": "/both"
        },
        {
            "_type_": "OscCue",
            "id": "5f4a7d64-1d0c-4f0c-8d5a-0c6f0b1f0a04",
            "index": 3,
            "name": "No path yet"
        },
        {
            "_type_": "MidiCue",
            "icon": "midi",
            "id": "5f4a7d64-1d0c-4f0c-8d5a-0c6f0b1f0a05",
            "index": 4,
            "message": "note_on channel=0 note=60 velocity=100",
            "name": "Bell"
        },
        {
            "_type_": "StopAll",
            "action": "FadeOutInterrupt",
            "id": "5f4a7d64-1d0c-4f0c-8d5a-0c6f0b1f0a06",
            "index": 5,
            "name": "Everything off"
        }
    ],
    "meta": {
        "version": "0.6"
    },
    "session": {
        "layout": {
            "autoContinue": true
        },
        "layout_type": "ListLayout"
    }
}
